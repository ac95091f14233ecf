#!/usr/bin/env bash
# Sets up what is missing, then runs build.cake: ./build.sh [--target=Clean|Restore|Lint|Build|Test|Publish|Installer]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$root"
. build/setup.sh

totals=artifacts/tests/totals.txt
rm -f "$totals"

require_dotnet
require_debian_packages "the tests and Setup" chromium libonnx-testdata wine wine64 xvfb xdotool imagemagick fonts-noto-cjk git nsis \
  libimage-exiftool-perl libtiff-tools pngcheck python3-pil
require_native_packages
dotnet tool restore --verbosity quiet

status=0
dotnet cake build.cake "$@" </dev/null || status=$?

# The compiler kept warm for this build would outlive it; a developer's next build wants it, nobody does in CI.
if [ "${CI:-}" = true ]; then
  dotnet build-server shutdown --vbcscompiler >/dev/null 2>&1 || true
fi

# The totals of the tests, where they ran, are the last line.
if [ -f "$totals" ]; then
  cat "$totals"
fi
exit "$status"
