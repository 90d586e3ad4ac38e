#!/usr/bin/env bash
# The shipped model is the one its checksum names.
set -euo pipefail
cd "$(dirname "$0")/../../rules/model"
sha256sum --check --quiet english.model.sha256
