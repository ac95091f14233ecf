; Putting the plugin in place. The new files are written beside the old ones and take their place only when all are there, so that a full
; disk or a pulled plug leaves the old version working.

!insertmacro DefineReadCommandLine ""
!insertmacro DefineProcesses ""
!insertmacro DefineElevation ""
!insertmacro DefineFiles ""

!define ENCODERS "taesd taesdxl taesd3 taef1 taef2"

Function InstallPlugin
  Call RequirePaintNetClosed
  Call IsInUse
  ${If} $0 = 1
    ${Stop} ${EXIT_IN_USE} "$(InUse)"
  ${EndIf}
  ${GetParent} $INSTDIR $0
  Call CanWrite
  ${If} $0 = 1
    Call PutFilesInPlace
    Call Register
    ${Log} "Installed ${VERSION} in $INSTDIR"
  ${ElseIf} $IsElevated = 1
  ${OrIf} ${Silent}
    ${Stop} ${EXIT_NEEDS_ADMINISTRATOR} "$(NeedsAdministrator)"
  ${Else}
    Call InstallElevated
  ${EndIf}
FunctionEnd

Function InstallElevated
  DetailPrint "$(AskingWindows)"
  ${Log} "Asking Windows for administrator rights"
  StrCpy $0 '/S /ELEVATED /LANG=$LANGUAGE'
  ${If} $LogFile != ""
    StrCpy $0 '$0 /LOG=$LogFile'
  ${EndIf}
  StrCpy $0 '$0 /D=$INSTDIR'
  Call RunElevated
  ${If} $0 == "refused"
    ${Stop} ${EXIT_NEEDS_ADMINISTRATOR} "$(NeedsAdministrator)"
  ${ElseIf} $0 <> 0
    StrCpy $1 $0
    ${Stop} $1 "$(ElevatedFailed)"
  ${EndIf}
FunctionEnd

Function PutFilesInPlace
  RMDir /r "$INSTDIR.new"
  SetOutPath "$INSTDIR.new"
  File /r "${PLUGIN}/*"
  WriteUninstaller "$INSTDIR.new\Uninstall.exe"
  WriteINIStr "$INSTDIR.new\Setup.ini" Setup Language $LANGUAGE
  WriteINIStr "$INSTDIR.new\Setup.ini" Setup Version "${VERSION}"
  SetOutPath $TEMP
  Call RemoveEarlier
  ${If} ${FileExists} "$INSTDIR\*.*"
    ${Log} "Files that are not ours stay in $INSTDIR"
    CopyFiles /SILENT "$INSTDIR.new\*.*" $INSTDIR
    RMDir /r "$INSTDIR.new"
  ${Else}
    ClearErrors
    Rename "$INSTDIR.new" $INSTDIR
    ${If} ${Errors}
      ${Stop} ${EXIT_IN_USE} "$(InUse)"
    ${EndIf}
  ${EndIf}
FunctionEnd

; An earlier version is removed by its own uninstaller, which knows its files; a copy made by hand by our list.
Function RemoveEarlier
  ${If} ${FileExists} "$INSTDIR\Uninstall.exe"
    ReadINIStr $1 "$INSTDIR\Setup.ini" Setup Version
    InitPluginsDir
    CopyFiles /SILENT "$INSTDIR\Uninstall.exe" "$PLUGINSDIR\earlier.exe"
    ExecWait '"$PLUGINSDIR\earlier.exe" /S /UPGRADE _?=$INSTDIR' $0
    ${Log} "Removed version $1 ($0)"
  ${ElseIf} ${FileExists} "$INSTDIR\GlazeEffect.dll"
    StrCpy $0 "$INSTDIR.new\${LIST}"
    Call RemoveListed
    ${Log} "Removed a version that was copied by hand"
  ${EndIf}
FunctionEnd

; The engine fetches, checks and installs them for the artist's own account; without a network the plugin works all the same.
Function InstallEncoders
  DetailPrint "$(FetchingEncoders)"
  nsExec::ExecToLog /OEM '"$INSTDIR\engine\glaze.exe" models install ${ENCODERS} --yes'
  Pop $0
  ${Log} "glaze models install ${ENCODERS} --yes: $0"
  ${If} $0 != 0
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(EncodersFailed)" /SD IDOK
  ${EndIf}
FunctionEnd
