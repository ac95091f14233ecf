# Set-up shared by build.sh and glaze. Sourced, with $root set; says what it does on standard error only.

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
# A build process that outlives the build would keep the caller's output open.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0

say() { echo "$*" >&2; }

fail() { say "$*"; exit 1; }

require_dotnet() {
  if ! command -v dotnet >/dev/null; then
    fail "The .NET 10 SDK is needed and 'dotnet' was not found: install it from https://dotnet.microsoft.com/download and run this again."
  fi
  if ! (cd "$root" && dotnet --version >/dev/null 2>&1); then
    fail "The .NET 10 SDK is needed and 'dotnet' has only other versions: install it from https://dotnet.microsoft.com/download and run this again."
  fi
}

# require_debian_packages WHAT-FOR PACKAGE...: installs what is missing when it may, else names it.
require_debian_packages() {
  local purpose=$1 missing=() package
  shift
  if ! command -v dpkg-query >/dev/null; then
    return 0
  fi
  for package in "$@"; do
    if [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" != installed ]; then
      missing+=("$package")
    fi
  done
  if [ ${#missing[@]} -eq 0 ]; then
    return 0
  fi
  if [ "$(id -u)" -ne 0 ]; then
    fail "Debian packages are missing for $purpose; install them with: sudo apt-get install ${missing[*]}"
  fi
  say "Installing Debian packages for $purpose: ${missing[*]}"
  {
    apt-get update -qq &&
      DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
  } </dev/null >&2 || fail "Debian packages for $purpose could not be installed: ${missing[*]}"
}

# The native libraries come from npm; the copy of the lock file says which ones are in place.
require_native_packages() {
  local installed="$root/node_modules/.installed-package-lock.json"
  if cmp -s "$root/package-lock.json" "$installed"; then
    return 0
  fi
  if ! command -v npm >/dev/null; then
    require_debian_packages "fetching the native libraries" nodejs npm
  fi
  if ! command -v npm >/dev/null; then
    fail "Node.js with npm is needed to fetch the native libraries and 'npm' was not found: install it and run this again."
  fi
  say "Fetching the native libraries of ONNX Runtime"
  # --force: the Windows libraries are wanted on Linux too, for the plugin's package.
  (cd "$root" && npm ci --ignore-scripts --force --no-progress --loglevel=error </dev/null >&2) ||
    fail "The native libraries could not be fetched: 'npm ci' failed."
  cp "$root/package-lock.json" "$installed"
}

# download_packages FOLDER PACKAGE...: puts Debian packages there without installing them; false where that fails.
download_packages() {
  local folder=$1
  shift
  # A machine that has just been set up does not know its packages yet.
  (cd "$folder" && apt-get download -qq "$@" >&2) 2>/dev/null ||
    { [ "$(id -u)" -eq 0 ] && apt-get update -qq >&2 && (cd "$folder" && apt-get download -qq "$@" >&2); }
}

# add_default NAME VALUE ARGUMENT...: adds an option to the array 'defaults' unless the arguments give it.
add_default() {
  local name=$1 value=$2
  shift 2
  case " $* " in *" $name "* | *" $name="*) ;; *) defaults+=("$name" "$value") ;; esac
}
