; Taking the plugin away. Settings and downloaded models are the artist's and stay, unless the box is ticked or /PURGE is said.

!insertmacro DefineReadCommandLine "un."
!insertmacro DefineProcesses "un."
!insertmacro DefineElevation "un."
!insertmacro DefineFiles "un."

Var PurgeBox

Function un.ConfirmPage
  !insertmacro MUI_HEADER_TEXT "$(UninstallTitle)" "$(UninstallSubtitle)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0 0 100% 20u "$(UninstallText)"
  Pop $0
  ${NSD_CreateText} 0 22u 100% 13u $INSTDIR
  Pop $0
  SendMessage $0 ${EM_SETREADONLY} 1 0
  ${NSD_CreateCheckBox} 0 48u 100% 12u "$(PurgeBox)"
  Pop $PurgeBox
  ${NSD_SetState} $PurgeBox $IsPurge
  ${NSD_CreateLabel} 12u 61u 95% 30u "$(PurgeNote)"
  Pop $0
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 ${WM_SETTEXT} 0 "STR:$(^UninstallBtn)"
  nsDialogs::Show
FunctionEnd

Function un.ConfirmPageLeave
  ${NSD_GetState} $PurgeBox $IsPurge
FunctionEnd

Function un.UninstallPlugin
  Call un.IsInUse
  ${If} $0 = 1
    ${Stop} ${EXIT_IN_USE} "$(InUse)"
  ${EndIf}
  StrCpy $0 $INSTDIR
  Call un.CanWrite
  ${If} $0 = 1
    StrCpy $0 "$INSTDIR\${LIST}"
    Call un.RemoveListed
    ${If} $IsUpgrade = 0
      Call un.Unregister
    ${EndIf}
    ${Log} "Removed from $INSTDIR"
  ${ElseIf} $IsElevated = 1
  ${OrIf} ${Silent}
    ${Stop} ${EXIT_NEEDS_ADMINISTRATOR} "$(NeedsAdministrator)"
  ${Else}
    Call un.UninstallElevated
  ${EndIf}
  ${If} $IsPurge = 1
    Call un.Purge
  ${EndIf}
  ${Log} "Finished"
FunctionEnd

Function un.UninstallElevated
  DetailPrint "$(AskingWindows)"
  StrCpy $0 '/S /ELEVATED /LANG=$LANGUAGE _?=$INSTDIR'
  Call un.RunElevated
  ${If} $0 == "refused"
    ${Stop} ${EXIT_NEEDS_ADMINISTRATOR} "$(NeedsAdministrator)"
  ${ElseIf} $0 <> 0
    StrCpy $1 $0
    ${Stop} $1 "$(ElevatedFailed)"
  ${EndIf}
FunctionEnd

; The plugin's settings lie among Paint.NET's user files, the models among the local application data.
Function un.Purge
  ${If} $DOCUMENTS != ""
    RMDir /r "$DOCUMENTS\paint.net User Files\GlazeEffect"
  ${EndIf}
  ${If} $LOCALAPPDATA != ""
    RMDir /r "$LOCALAPPDATA\GlazeEffect"
  ${EndIf}
  ${Log} "Removed settings and models"
FunctionEnd
