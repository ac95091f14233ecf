# Set-up shared by build.ps1 and glaze.ps1. Dot-sourced; says what it does on standard error only.

$env:DOTNET_NOLOGO = '1'
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_SKIP_FIRST_TIME_EXPERIENCE = '1'
# A build process that outlives the build would keep the caller's output open.
$env:MSBUILDDISABLENODEREUSE = '1'
$env:DOTNET_CLI_USE_MSBUILD_SERVER = '0'

$root = Split-Path $PSScriptRoot

function Write-Line([string] $text) { [Console]::Error.WriteLine($text) }

function Stop-With([string] $text) {
    [Console]::Error.WriteLine($text)
    exit 1
}

# Runs a program with its output on standard error; stops when it fails.
function Invoke-Program([string] $program) {
    & $program @args | ForEach-Object { [Console]::Error.WriteLine("$_") }
    if ($LASTEXITCODE -ne 0) { Stop-With "'$program $args' failed with exit code $LASTEXITCODE." }
}

function Assert-DotNet {
    if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) {
        Stop-With "The .NET 10 SDK is needed and 'dotnet' was not found: install it from https://dotnet.microsoft.com/download and run this again."
    }
}

# The native libraries come from npm; the copy of the lock file says which ones are in place.
function Install-NativePackages {
    $wanted = Join-Path $root 'package-lock.json'
    $installed = Join-Path $root 'node_modules/.installed-package-lock.json'
    if ((Test-Path $installed) -and (Get-FileHash $wanted).Hash -eq (Get-FileHash $installed).Hash) { return }
    if (-not (Get-Command npm -ErrorAction SilentlyContinue)) {
        Stop-With "Node.js with npm is needed to fetch the native libraries and 'npm' was not found: install it and run this again."
    }
    Write-Line 'Fetching the native libraries of ONNX Runtime'
    Push-Location $root
    # --force: the other systems' libraries are wanted here too.
    Invoke-Program npm ci --ignore-scripts --force --no-progress --loglevel=error
    Pop-Location
    Copy-Item $wanted $installed
}
