// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace freiton::input {

/// What is wrong with a workbook as a file; the reader knows which file it was.
class WorkbookError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// The attributes of an element, by their names without prefixes.
class XmlAttributes {
  public:
    explicit XmlAttributes(const char* const* pairs) : pairs_{pairs} {}
    std::string_view value(std::string_view name) const;  // empty if there is none

  private:
    const char* const* pairs_;  // name, value, name, value, ..., null
};

/// What to do with the elements of an XML part; names are without their prefixes.
struct XmlHandlers {
    std::function<void(std::string_view name, const XmlAttributes& attributes)> begin{};
    std::function<void(std::string_view name)> end{};
    std::function<void(std::string_view text)> text{};
};

/// The parts of a workbook, which is a zip archive of XML files (ECMA-376). Parts are unpacked and parsed piece by
/// piece. Refused are document types, hence entities, and parts beyond 2 GB unpacked. Libraries: libzip, Expat.
class WorkbookParts {
  public:
    /// The bytes must outlive it. Throws WorkbookError.
    explicit WorkbookParts(std::string_view bytes);
    ~WorkbookParts();
    WorkbookParts(const WorkbookParts&) = delete;
    WorkbookParts& operator=(const WorkbookParts&) = delete;
    WorkbookParts(WorkbookParts&&) = delete;
    WorkbookParts& operator=(WorkbookParts&&) = delete;

    bool has(const std::string& name) const;

    /// Throws WorkbookError if the part is missing, damaged or no XML; what handlers throw passes.
    void parse(const std::string& name, const XmlHandlers& handlers) const;

  private:
    struct Archive;
    std::unique_ptr<Archive> archive_;
};

}  // namespace freiton::input
