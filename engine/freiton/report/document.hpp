// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "freiton/report/figure.hpp"
#include "freiton/report/language.hpp"
#include "freiton/report/picture.hpp"

namespace freiton::report {

/// A bar, as long as `value` is of `most`.
struct Bar {
    double value = 0.0;
    double most = 0.0;
};

/// Heights side by side, each as high as it is of `most`.
struct Curve {
    std::vector<double> values{};
    double most = 0.0;
};

struct Cell {
    std::variant<std::string, Figure, Bar, Curve> content{};
    std::string mark{};  // beside a figure: a letter that the note under the table explains, a second figure

    Cell(std::string text) : content{std::move(text)} {}  // implicit, all of them: rows are lists of what they hold
    Cell(const char* text) : content{std::string{text}} {}
    Cell(Figure figure, std::string beside = {}) : content{figure}, mark{std::move(beside)} {}
    Cell(Bar bar) : content{bar} {}
    Cell(Curve curve) : content{std::move(curve)} {}
};

struct Column {
    enum class Holds { figures, words, pictures };
    std::string title{};
    Holds holds = Holds::figures;
};

struct Row {
    enum class Kind { plain, part, sum };  // part: of what the row above it tells; sum: of the rows above it
    std::vector<Cell> cells{};             // fewer than columns: the others are empty
    Kind kind = Kind::plain;
};

struct Table {
    std::string caption{};  // what it shows; a terminal has it in the titles
    std::vector<Column> columns{};
    std::vector<Row> rows{};
    std::vector<std::string> notes{};  // what must be said right below it

    void row(std::vector<Cell> cells, Row::Kind kind = Row::Kind::plain) { rows.push_back({std::move(cells), kind}); }
};

/// Level 1 is the title of the whole, level 2 that of what follows.
struct Heading {
    std::string text{};
    int level = 1;
};

/// Sentences under one label ("Target", "Note"), or under none.
struct Paragraph {
    std::string label{};
    std::vector<std::string> sentences{};
};

/// The answer before everything else: a few figures and what they are, then sentences. A page begins with it; a
/// terminal passes over it, as its tables come right away.
struct Headline {
    struct Number {
        Figure figure{};
        std::string label{};
    };
    std::vector<Number> numbers{};
    std::vector<std::string> sentences{};
};

/// What a report shows, before anybody decides how it looks. Reports build it of results (plan_document(), ...),
/// writers render it (text_writer.hpp, html_writer.hpp). Words are in the reader's language; figures stay figures.
struct Document {
    using Block = std::variant<Heading, Paragraph, Table, Headline, Picture>;

    Language language = Language::en;
    std::vector<Block> blocks{};

    void heading(std::string text, int level = 1) {
        if (!text.empty()) blocks.emplace_back(Heading{std::move(text), level});
    }
    void say(std::string sentence) { say({}, std::vector<std::string>{std::move(sentence)}); }
    void say(std::string label, std::string sentence) {
        say(std::move(label), std::vector<std::string>{std::move(sentence)});
    }
    void say(std::string label, std::vector<std::string> sentences) {
        if (!sentences.empty()) blocks.emplace_back(Paragraph{std::move(label), std::move(sentences)});
    }
    void add(Table table) { blocks.emplace_back(std::move(table)); }
    void add(Headline headline) { blocks.emplace_back(std::move(headline)); }
    void add(Picture picture) { blocks.emplace_back(std::move(picture)); }
};

}  // namespace freiton::report
