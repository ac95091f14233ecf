; Putting the plugin in place. The new files are written beside the old ones and take their place only when all are there, by two renamings;
; the old ones are removed after that. So a full disk, a file in use or a pulled plug leaves the old version working, or the new one.

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
  Call FinishEarlierSetup
  ClearErrors
  SetOutPath "$INSTDIR.new"
  File /r "${PLUGIN}/*"
  WriteUninstaller "$INSTDIR.new\Uninstall.exe"
  WriteINIStr "$INSTDIR.new\Setup.ini" Setup Language $LANGUAGE
  WriteINIStr "$INSTDIR.new\Setup.ini" Setup Version "${VERSION}"
  ${If} ${Errors}
    Call GiveUp
    ${Stop} ${EXIT_NOT_WRITTEN} "$(NotWritten)"
  ${EndIf}
  SetOutPath $TEMP
  ${If} ${FileExists} "$INSTDIR\*.*"
    Rename $INSTDIR "$INSTDIR.old"
    ${If} ${Errors}
      Call GiveUp
      ${If} ${FileExists} "$INSTDIR.old"
        ${Stop} ${EXIT_NOT_WRITTEN} "$(NotWritten)"
      ${EndIf}
      ${Stop} ${EXIT_IN_USE} "$(InUse)"
    ${EndIf}
  ${EndIf}
  Rename "$INSTDIR.new" $INSTDIR
  ${If} ${Errors}
    Call GiveUp
    ${Stop} ${EXIT_NOT_WRITTEN} "$(NotWritten)"
  ${EndIf}
  Call RemoveEarlier
FunctionEnd

; Everything as it was: what is half written goes, what was set aside comes back.
Function GiveUp
  SetOutPath $TEMP
  RMDir /r "$INSTDIR.new"
  ${If} ${FileExists} "$INSTDIR.old\*.*"
  ${AndIfNot} ${FileExists} "$INSTDIR\*.*"
    Rename "$INSTDIR.old" $INSTDIR
    ${Log} "Put the earlier state back"
  ${EndIf}
FunctionEnd

; A Setup before this one was cut off: the earlier version comes back, or goes if the newer one is in place.
Function FinishEarlierSetup
  ${If} ${FileExists} "$INSTDIR.old\*.*"
    ${If} ${FileExists} "$INSTDIR\*.*"
      Call RemoveEarlier
    ${Else}
      Call GiveUp
    ${EndIf}
  ${EndIf}
FunctionEnd

; The new version is in place. Of the earlier one, set aside, its own uninstaller takes away what it knows; of one copied by hand, and of
; what that uninstaller left, our lists do. The rest is not ours and comes back to where it was.
Function RemoveEarlier
  ${IfNot} ${FileExists} "$INSTDIR.old\*.*"
    Return
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR.old\Uninstall.exe"
    ReadINIStr $1 "$INSTDIR.old\Setup.ini" Setup Version
    InitPluginsDir
    CopyFiles /SILENT "$INSTDIR.old\Uninstall.exe" "$PLUGINSDIR\earlier.exe"
    ExecWait '"$PLUGINSDIR\earlier.exe" /S /UPGRADE _?=$INSTDIR.old' $0
    ${Log} "Removed version $1 ($0)"
  ${ElseIf} ${FileExists} "$INSTDIR.old\GlazeEffect.dll"
    ${Log} "Removed a version that was copied by hand"
  ${EndIf}
  StrCpy $0 "$INSTDIR.old\${LIST}"
  Call RemoveListedAside
  StrCpy $0 "$INSTDIR\${LIST}"
  Call RemoveListedAside
  ${If} ${FileExists} "$INSTDIR.old\*.*"
    ClearErrors
    CopyFiles /SILENT "$INSTDIR.old\*.*" $INSTDIR
    ${If} ${Errors}
      ${Log} "Files that are not ours stay in $INSTDIR.old: they cannot be copied to $INSTDIR"
    ${Else}
      RMDir /r "$INSTDIR.old"
      ${Log} "Files that are not ours stay in $INSTDIR"
    ${EndIf}
  ${EndIf}
FunctionEnd

; What the list $0 names, if there is one, of the version that was set aside.
Function RemoveListedAside
  ${If} ${FileExists} $0
    Push $INSTDIR
    StrCpy $INSTDIR "$INSTDIR.old"
    Call RemoveListed
    Pop $INSTDIR
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
