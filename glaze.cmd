@echo off
rem Runs the engine's command line. The first call, and any call after a change to the sources, builds it.
setlocal
powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0build\glaze.ps1" || exit /b 1
set DOTNET_NOLOGO=1
set DOTNET_CLI_TELEMETRY_OPTOUT=1
set DOTNET_TieredPGO=0
set DOTNET_EnableDiagnostics=0
dotnet "%~dp0artifacts\engine\glaze.dll" %*
exit /b %ERRORLEVEL%
