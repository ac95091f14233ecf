; Setup of Glaze Cloak for Paint.NET: ./build.sh --target=Installer
;
; The build gives VERSION, ARCHITECTURE (x64 or arm64), COMPRESSOR, PLUGIN (the folder that ships), SIZE (its kilobytes), TEXTS (the licence pages' files)
; LANGUAGES (all words, written from src/Glaze.Languages/Words) and OUTPUT. The command line of the finished Setup is described in docs/releasing.md.

Target amd64-unicode
SetCompressor /SOLID ${COMPRESSOR}
OutFile "${OUTPUT}"
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS all
AllowSkipFiles off
ShowInstDetails hide
ShowUninstDetails hide
SetOverwrite on

!define PRODUCT "Glaze Cloak"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\GlazeEffect"

Name "${PRODUCT}"
BrandingText "${PRODUCT} ${VERSION}"

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include nsDialogs.nsh
!include x64.nsh
!include include/log.nsh
!include include/failures.nsh
!include include/command-line.nsh
!include include/processes.nsh
!include include/elevation.nsh
!include include/paint-net.nsh
!include include/files.nsh
!include include/place-page.nsh

!define MUI_ICON art/setup.ico
!define MUI_UNICON art/setup.ico
!define MUI_HEADERIMAGE
!define MUI_HEADERIMAGE_RIGHT
!define MUI_HEADERIMAGE_BITMAP art/header.bmp
!define MUI_HEADERIMAGE_UNBITMAP art/header.bmp
!define MUI_WELCOMEFINISHPAGE_BITMAP art/welcome.bmp
!define MUI_UNWELCOMEFINISHPAGE_BITMAP art/welcome.bmp
!define MUI_ABORTWARNING

!define MUI_WELCOMEPAGE_TEXT "$(WelcomeText)"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${TEXTS}/licence.txt"
!define MUI_PAGE_HEADER_TEXT "$(NoticesTitle)"
!define MUI_PAGE_HEADER_SUBTEXT "$(NoticesSubtitle)"
!define MUI_LICENSEPAGE_TEXT_TOP "$(NoticesTop)"
!define MUI_LICENSEPAGE_TEXT_BOTTOM "$(NoticesBottom)"
!define MUI_LICENSEPAGE_BUTTON "$(NoticesButton)"
!insertmacro MUI_PAGE_LICENSE "${TEXTS}/notices.txt"
Page custom PlacePage PlacePageLeave
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TEXT "$(FinishText)"
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_TEXT "$(FinishRun)"
!define MUI_FINISHPAGE_RUN_FUNCTION StartPaintNet
!insertmacro MUI_PAGE_FINISH

UninstPage custom un.ConfirmPage un.ConfirmPageLeave
!insertmacro MUI_UNPAGE_INSTFILES

!macro VersionTexts language description
  VIAddVersionKey /LANG=${language} ProductName "${PRODUCT}"
  VIAddVersionKey /LANG=${language} ProductVersion "${VERSION}"
  VIAddVersionKey /LANG=${language} FileVersion "${VERSION}"
  VIAddVersionKey /LANG=${language} FileDescription "${description}"
  VIAddVersionKey /LANG=${language} LegalCopyright "Copyright (c) 2026 the GlazeEffect authors"
!macroend
VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"
!include "${LANGUAGES}"

; What the first pages need lies first in the packed data, so that they appear at once.
ReserveFile art/header.bmp
ReserveFile art/welcome.bmp
ReserveFile /plugin System.dll
ReserveFile /plugin nsDialogs.dll
ReserveFile /plugin UserInfo.dll

Section "$(PluginName)" PluginSection
  SectionIn RO
  AddSize ${SIZE} ; NSIS counts files of sections only, and ours are written by a function
  Call InstallPlugin
SectionEnd

Section /o "$(EncodersName)" EncodersSection
  AddSize 48000
  Call InstallEncoders
SectionEnd

!include include/registration.nsh
!include include/install.nsh
!include include/uninstall.nsh

!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${PluginSection} "$(PluginAbout)"
  !insertmacro MUI_DESCRIPTION_TEXT ${EncodersSection} "$(EncodersAbout)"
!insertmacro MUI_FUNCTION_DESCRIPTION_END

Section Uninstall
  Call un.UninstallPlugin
SectionEnd

Function .onInit
  SetRegView 64
  SetShellVarContext current
  Call ReadCommandLine
  ${If} $WantsEncoders = 1
    SectionSetFlags ${EncodersSection} ${SF_SELECTED}
  ${EndIf}
  ${Log} "Setup of ${PRODUCT} ${VERSION} (${ARCHITECTURE})"
  Call CheckProcessor
  Call RequirePaintNetClosed
  Call FindPaintNet
  Call ChoosePlace
FunctionEnd

Function .onInstFailed
  ${If} $INSTDIR != ""
    Call GiveUp
  ${EndIf}
FunctionEnd

Function un.onInit
  SetRegView 64
  SetShellVarContext current
  ReadINIStr $0 "$INSTDIR\Setup.ini" Setup Language
  ${If} $0 != ""
    StrCpy $LANGUAGE $0
  ${EndIf}
  Call un.ReadCommandLine
  ${Log} "Uninstaller of ${PRODUCT} ${VERSION} for $INSTDIR"
  ${If} $IsUpgrade = 0
    Call un.RequirePaintNetClosed
  ${EndIf}
FunctionEnd
