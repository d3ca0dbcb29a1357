// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/xlsx_writer.hpp"

#include <unistd.h>
#include <xlsxwriter.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string>
#include <utility>

#include "freiton/core/files.hpp"
#include "freiton/core/problem.hpp"
#include "freiton/report/xlsx_book.hpp"

namespace freiton::report {

namespace {

constexpr std::size_t most_workbook_bytes = std::size_t{1} << 30;

// The library writes files only. This one is read back and is gone in any case.
class UnseenFile {
  public:
    UnseenFile() : path_{(std::filesystem::temp_directory_path() / "freiton-XXXXXX").string()} {
        const int file = ::mkstemp(path_.data());
        if (file < 0) throw OutputError{path_ + ": " + std::strerror(errno)};
        ::close(file);
    }
    UnseenFile(const UnseenFile&) = delete;
    UnseenFile& operator=(const UnseenFile&) = delete;
    ~UnseenFile() {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }

    const std::string& path() const { return path_; }

  private:
    std::string path_;
};

// Lets go of an unfinished workbook, too.
class OpenWorkbook {
  public:
    explicit OpenWorkbook(const std::string& path) : book_{workbook_new(path.c_str())} {
        if (book_ == nullptr) throw OutputError{"workbook: no memory"};
    }
    OpenWorkbook(const OpenWorkbook&) = delete;
    OpenWorkbook& operator=(const OpenWorkbook&) = delete;
    ~OpenWorkbook() {
        if (book_ != nullptr) lxw_workbook_free(book_);
    }

    lxw_workbook* get() { return book_; }

    void close() {
        const lxw_error error = workbook_close(std::exchange(book_, nullptr));
        if (error != LXW_NO_ERROR) throw OutputError{std::string{"workbook: "} + lxw_strerror(error)};
    }

  private:
    lxw_workbook* book_;
};

// The same day whenever it is written, so that two runs are equal byte for byte.
void set_properties(lxw_workbook* book, std::string title) {
    constexpr std::size_t longest_title = 200;  // the library takes 255 at most
    lxw_doc_properties properties = {};
    if (title.size() <= longest_title) properties.title = title.data();  // it does not change it
    properties.created = 1'577'836'800;                                  // 1 January 2020 UTC
    workbook_set_properties(book, &properties);
}

}  // namespace

std::string xlsx_of(const Workbook& workbook) {
    const UnseenFile file;
    OpenWorkbook open{file.path()};
    set_properties(open.get(), workbook.title);
    XlsxBook book{open.get(), workbook.language};
    for (const Sheet& sheet : workbook.sheets) {
        if (const auto* document = std::get_if<Document>(&sheet.content)) write_document(book, sheet.name, *document);
        if (const auto* picture = std::get_if<Picture>(&sheet.content)) write_picture(book, sheet.name, *picture);
        if (const auto* grid = std::get_if<Grid>(&sheet.content)) write_grid(book, sheet.name, *grid);
        if (const auto* lines = std::get_if<Lines>(&sheet.content)) write_lines(book, sheet.name, *lines);
    }
    open.close();
    try {
        return read_file(file.path(), most_workbook_bytes);
    } catch (const InputError&) {
        throw OutputError{"workbook: " + file.path() + " cannot be read back"};
    }
}

}  // namespace freiton::report
