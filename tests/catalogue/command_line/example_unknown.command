init --from quikstart
