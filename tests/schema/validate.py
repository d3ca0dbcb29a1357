# SPDX-License-Identifier: Apache-2.0
"""Holds the JSON Schema of `freiton schema` against files, with a real validator.

Every example must be valid. Of the broken files of the catalogue, those that a schema can see (unknown and missing keys,
values of the wrong form) must be invalid; how many are is printed, and a list of families must be complete.
"""
import json
import pathlib
import re
import subprocess
import sys

import jsonschema
import yaml

program, source = sys.argv[1], pathlib.Path(sys.argv[2])

# What a schema can see, by the words of the rule.
VISIBLE = ("unknown key", "needs a unit", "must be a number", "must be a whole number", "must be one of",
           "must be a list", "must be a share", "is missing", "must be at most 100 %", "must be a date")


class Loader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: dates and times are texts, and so are `no` and `on`."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers
            if tag not in ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool", "tag:yaml.org,2002:int")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))
Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("^[-+]?[0-9]+$"), list("-+0123456789"))


def schema_of(*options):
    text = subprocess.run([program, "schema", *options], check=True, capture_output=True, text=True).stdout
    schema = json.loads(text)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def load(path):
    return yaml.load(path.read_text(encoding="utf-8"), Loader)


def main():
    scenario, study = schema_of(), schema_of("--study")
    failures = []
    examples = sorted(source.glob("scenarios/*.yaml")) + sorted(source.glob("scenarios/*/*.yaml"))
    for path in examples:
        data = load(path)
        validator = study if "freiton-study" in data else scenario
        failures += [f"{path}: {error.json_path}: {error.message[:200]}" for error in validator.iter_errors(data)]
    invalid = 0
    for path in sorted(source.glob("tests/catalogue/*/*.yaml")):
        expected = path.with_suffix(".expected")
        lines = expected.read_text(encoding="utf-8").splitlines() if expected.exists() else []
        own = [line for line in lines if line.startswith((path.name, str(path.parent.name) + "/" + path.name))]
        # values that a study varies may be anything, as far as its schema knows
        unseen = ("divides the hour", "  vary.")
        visible = [any(words in line for words in VISIBLE) and not any(words in line for words in unseen) for line in own]
        if not own or not all(visible):
            continue
        try:
            data = load(path)
        except (yaml.YAMLError, UnicodeDecodeError, ValueError):
            continue
        validator = study if isinstance(data, dict) and "freiton-study" in data else scenario
        if validator.is_valid(data):
            failures.append(f"{path}: the schema does not see: {own[0]}")
        invalid += 1
    print(f"{len(examples)} examples valid, {invalid} broken files invalid")
    if invalid < 10:
        failures.append(f"only {invalid} broken files were looked at")
    print("\n".join(failures))
    return 1 if failures else 0


sys.exit(main())
