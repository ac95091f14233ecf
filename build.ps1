# Sets up what is missing, then runs build.cake: .\build.ps1 [--target=Clean|Restore|Lint|Build|Test|Publish|Installer]
$ErrorActionPreference = 'Stop'
Set-Location $PSScriptRoot
. "$PSScriptRoot/build/setup.ps1"

$totals = 'artifacts/tests/totals.txt'
Remove-Item $totals -ErrorAction SilentlyContinue

Assert-DotNet
Install-NativePackages
Invoke-Program dotnet tool restore --verbosity quiet

& dotnet cake build.cake @args
$status = $LASTEXITCODE

# The totals of the tests, where they ran, are the last line.
if (Test-Path $totals) { Get-Content $totals }
exit $status
