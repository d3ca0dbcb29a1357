check --resolved
