# Builds the engine when its sources have changed since the last time; glaze.cmd runs it.
$ErrorActionPreference = 'Stop'
. "$PSScriptRoot/setup.ps1"

$engine = Join-Path $root 'artifacts/engine'
$stamp = Join-Path $engine '.sources'

# Names and times of everything the engine is built from.
function Get-Fingerprint {
    $files = Get-ChildItem "$root/src", "$root/models" -Recurse -File |
        Where-Object { $_.FullName -notmatch '[\\/](bin|obj|training)[\\/]' }
    $files += Get-ChildItem "$root/Directory.*", "$root/global.json", "$root/.globalconfig", "$root/package-lock.json"
    ($files | ForEach-Object { "$($_.FullName) $($_.LastWriteTimeUtc.Ticks)" } | Sort-Object) -join "`n"
}

$sources = Get-Fingerprint
if ((Test-Path $stamp) -and (Get-Content $stamp -Raw).Trim() -eq $sources) { exit 0 }

Assert-DotNet
Install-NativePackages
Write-Line 'Building the engine'
Push-Location $root
Invoke-Program dotnet publish src/Glaze.Engine -c Release -o $engine -v quiet
Pop-Location
Set-Content $stamp $sources
