// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/workbook_parts.hpp"

#include <expat.h>
#include <zip.h>

#include <array>
#include <exception>

namespace freiton::input {

struct WorkbookParts::Archive {
    zip_t* zip = nullptr;
};

namespace {

constexpr std::size_t most_unpacked = std::size_t{2} << 30;

std::string_view local_name(const XML_Char* name) {
    const std::string_view whole{name};
    const auto colon = whole.rfind(':');
    return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

// Exceptions must not pass through the parser, which is C: they wait here until it has stopped.
struct Parsing {
    const XmlHandlers& handlers;
    XML_Parser parser;
    std::exception_ptr thrown{};

    template <class Call>
    void guarded(Call call) {
        if (thrown) return;
        try {
            call();
        } catch (...) {
            thrown = std::current_exception();
            XML_StopParser(parser, XML_FALSE);
        }
    }
};

void XMLCALL on_begin(void* data, const XML_Char* name, const XML_Char** attributes) {
    auto& parsing = *static_cast<Parsing*>(data);
    parsing.guarded([&] { parsing.handlers.begin(local_name(name), XmlAttributes{attributes}); });
}

void XMLCALL on_end(void* data, const XML_Char* name) {
    auto& parsing = *static_cast<Parsing*>(data);
    parsing.guarded([&] {
        if (parsing.handlers.end) parsing.handlers.end(local_name(name));
    });
}

void XMLCALL on_text(void* data, const XML_Char* text, int length) {
    auto& parsing = *static_cast<Parsing*>(data);
    parsing.guarded([&] {
        if (parsing.handlers.text) parsing.handlers.text({text, static_cast<std::size_t>(length)});
    });
}

void XMLCALL on_document_type(void* data, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    static_cast<Parsing*>(data)->guarded([] { throw WorkbookError{"a part declares a document type"}; });
}

using ParserPtr = std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)>;
using FilePtr = std::unique_ptr<zip_file_t, decltype(&zip_fclose)>;

void feed(zip_file_t* file, const std::string& name, Parsing& parsing) {
    std::array<char, 1 << 16> block{};
    for (std::size_t unpacked = 0;;) {
        const zip_int64_t got = zip_fread(file, block.data(), block.size());
        if (got < 0) throw WorkbookError{name + " is damaged"};
        unpacked += static_cast<std::size_t>(got);
        if (unpacked > most_unpacked) throw WorkbookError{name + " is larger than 2 GB"};
        const XML_Status status = XML_Parse(parsing.parser, block.data(), static_cast<int>(got), got == 0 ? 1 : 0);
        if (parsing.thrown) std::rethrow_exception(parsing.thrown);
        if (status != XML_STATUS_OK)
            throw WorkbookError{name + " is no XML: " + XML_ErrorString(XML_GetErrorCode(parsing.parser))};
        if (got == 0) return;
    }
}

}  // namespace

std::string_view XmlAttributes::value(std::string_view name) const {
    for (const char* const* one = pairs_; *one != nullptr; one += 2)
        if (local_name(one[0]) == name) return one[1];
    return {};
}

WorkbookParts::WorkbookParts(std::string_view bytes) : archive_{std::make_unique<Archive>()} {
    zip_error_t error{};
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source != nullptr) archive_->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
    const std::string said = zip_error_strerror(&error);
    zip_error_fini(&error);
    if (archive_->zip != nullptr) return;
    if (source != nullptr) zip_source_free(source);
    throw WorkbookError{said};
}

WorkbookParts::~WorkbookParts() { zip_discard(archive_->zip); }

bool WorkbookParts::has(const std::string& name) const {
    return zip_name_locate(archive_->zip, name.c_str(), ZIP_FL_NOCASE) >= 0;
}

void WorkbookParts::parse(const std::string& name, const XmlHandlers& handlers) const {
    const FilePtr file{zip_fopen(archive_->zip, name.c_str(), ZIP_FL_NOCASE), &zip_fclose};
    if (!file) throw WorkbookError{name + " is missing or damaged"};
    const ParserPtr parser{XML_ParserCreate(nullptr), &XML_ParserFree};
    if (!parser) throw WorkbookError{"out of memory"};
    Parsing parsing{handlers, parser.get()};
    XML_SetUserData(parser.get(), &parsing);
    XML_SetElementHandler(parser.get(), &on_begin, &on_end);
    XML_SetCharacterDataHandler(parser.get(), &on_text);
    XML_SetStartDoctypeDeclHandler(parser.get(), &on_document_type);
    feed(file.get(), name, parsing);
}

}  // namespace freiton::input
