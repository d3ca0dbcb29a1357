// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/fields.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "freiton/input/scalar_fields.hpp"
#include "input/codec_outcome.hpp"

namespace freiton::input {
namespace {

using test::read;
using testing::ElementsAre;
using testing::IsEmpty;

struct Part {
    std::string name;
    double size = 7.0;
    Seconds time{};
};

Codec<Part> part() {
    return mapping<Part>({
        field("size", &Part::size, number({.least = 0.0, .most = 100.0}), "how large"),
        required_field("time", &Part::time, duration({.least = 0.0, .least_exclusive = true}, "min"), "how long"),
    });
}

TEST(Fields, AMappingFillsItsMembersAndKeepsTheDefaults) {
    EXPECT_EQ(read(part(), "{size: 3, time: 4 min}").value.size, 3.0);
    EXPECT_EQ(read(part(), "{size: 3, time: 4 min}").value.time, Seconds{240});
    EXPECT_EQ(read(part(), "{time: 4 min}").value.size, 7.0);
    EXPECT_THAT(read(part(), "{time: 4 min}").said, IsEmpty());
}

TEST(Fields, AnUnknownKeySuggestsTheNearest) {
    EXPECT_THAT(read(part(), "time: 4 min\nsise: 3\n").said,
                ElementsAre("f.yaml:2  key.sise: unknown key; did you mean \"size\"?"));
    EXPECT_THAT(read(part(), "{time: 4 min, colour: red}").said,
                ElementsAre("f.yaml:1  key.colour: unknown key; there are: size, time"));
}

TEST(Fields, AMissingKeyIsNamedInFull) {
    EXPECT_THAT(read(part(), "{size: 3}").said, ElementsAre("f.yaml:1  key.time: is missing"));
}

TEST(Fields, BoundsAreNamedAndExclusiveOnesAreNotAllowed) {
    EXPECT_THAT(read(part(), "{time: 0 s}").said,
                ElementsAre("f.yaml:1  key.time: got \"0 s\", must be greater than 0 s"));
    EXPECT_THAT(read(part(), "{time: 1 s, size: -1}").said,
                ElementsAre("f.yaml:1  key.size: got \"-1\", must be at least 0"));
    EXPECT_THAT(read(part(), "{time: 1 s, size: 100.5}").said,
                ElementsAre("f.yaml:1  key.size: got \"100.5\", must be at most 100"));
    EXPECT_THAT(read(part(), "{time: 1 s, size: 0}").said, IsEmpty());
    EXPECT_THAT(read(part(), "{time: 1 s, size: 100}").said, IsEmpty());
}

TEST(Fields, TheWrongShapeIsNamed) {
    EXPECT_THAT(read(part(), "[1]").said, ElementsAre("f.yaml:1  key: must be a mapping (key: value)"));
    EXPECT_THAT(read(part(), "4 min").said,
                ElementsAre("f.yaml:1  key: got \"4 min\", must be a mapping (key: value)"));
    EXPECT_THAT(read(list_of(number({})), "3").said,
                ElementsAre("f.yaml:1  key: got \"3\", must be a list: [a, b]; did you mean \"[3]\"?"));
    EXPECT_THAT(read(number({}), "[3]").said, ElementsAre("f.yaml:1  key: must be a single value"));
}

TEST(Fields, ListsNumberTheirItemsFromOne) {
    const auto outcome = read(list_of(number({})), "[1, two, 3,\n 0x4]");
    EXPECT_THAT(outcome.said, ElementsAre("f.yaml:1  key[2]: got \"two\", must be a number",
                                          "f.yaml:2  key[4]: got \"0x4\", must be a number"));
    EXPECT_THAT(read(list_of(number({})), "[1, 2.5]").value, ElementsAre(1.0, 2.5));
    EXPECT_THAT(read(list_of(number({})), "[]").value, IsEmpty());
}

TEST(Fields, PartsKnowTheirNames) {
    const auto outcome = read(named_parts(part(), "name"), "b: {time: 1 s}\nä_1: {time: 2 s}\n");
    ASSERT_EQ(outcome.value.size(), 2u);
    EXPECT_EQ(outcome.value[0].name, "b");
    EXPECT_EQ(outcome.value[1].name, "ä_1");
    EXPECT_THAT(outcome.said, IsEmpty());
}

TEST(Fields, NamesThatWouldBreakAPathOrATableAreRefused) {
    for (const std::string name : {"a.b", "a b", "a,b", "*", "a/b", "a;b", "a(b)", "a$", "x]"})
        EXPECT_THAT(read(named_parts(part(), "name"), "'" + name + "': {time: 1 s}").said,
                    ElementsAre("f.yaml:1  key." + name + ": is no name: letters, digits, _ and - only, at most 64"));
    EXPECT_EQ(read(named_parts(part(), "name"), std::string(65, 'a') + ": {time: 1 s}").said.size(), 1u);
    EXPECT_THAT(read(named_parts(part(), "name"), std::string(64, 'a') + ": {time: 1 s}").said, IsEmpty());
}

TEST(Fields, AWordIsOneOfAFew) {
    const Codec<int> colour = word<int>({{"red", 1}, {"green", 2}});
    EXPECT_EQ(read(colour, "green").value, 2);
    EXPECT_THAT(read(colour, "gren").said,
                ElementsAre("f.yaml:1  key: got \"gren\", must be one of: red, green; did you mean \"green\"?"));
}

}  // namespace
}  // namespace freiton::input
