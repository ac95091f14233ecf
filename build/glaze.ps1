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

function Test-Current([string] $sources) {
    (Test-Path $stamp) -and (Get-Content $stamp -Raw).Trim() -eq $sources
}

# One build at a time: whoever comes second waits, and then mostly finds that there is nothing left to do.
function Wait-Lock {
    New-Item -ItemType Directory -Force (Join-Path $root 'artifacts') | Out-Null
    $path = Join-Path $root 'artifacts/.engine.lock'
    while ($true) {
        try { return [System.IO.File]::Open($path, 'OpenOrCreate', 'ReadWrite', 'None') }
        catch [System.IO.IOException] { Start-Sleep -Milliseconds 200 }
    }
}

if (Test-Current (Get-Fingerprint)) { exit 0 }

$lock = Wait-Lock
try {
    $sources = Get-Fingerprint
    if (Test-Current $sources) { exit 0 }

    Assert-DotNet
    Install-NativePackages
    Write-Line 'Building the engine'
    Push-Location $root
    Invoke-Program dotnet publish src/Glaze.Engine -c Release -o $engine -v quiet
    Pop-Location
    Set-Content $stamp $sources
}
finally {
    $lock.Dispose()
}
