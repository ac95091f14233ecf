; Removing exactly what was installed: GlazeEffect.files.txt beside the plugin lists it, a line each, folders last and ending with "\".

!define LIST "GlazeEffect.files.txt"

!macro DefineFiles un
; Deletes in $INSTDIR what the list $0 names, then the list, then the folder if nothing else is in it.
Function ${un}RemoveListed
  Push $1
  Push $2
  Push $3
  InitPluginsDir
  CopyFiles /SILENT $0 "$PLUGINSDIR\${LIST}"
  FileOpen $1 "$PLUGINSDIR\${LIST}" r
  ${Do}
    ClearErrors
    FileRead $1 $2
    ${If} ${Errors}
      ${ExitDo}
    ${EndIf}
    ${Do} ; the end of the line
      StrCpy $3 $2 1 -1
      ${If} $3 != "$\r"
      ${AndIf} $3 != "$\n"
        ${ExitDo}
      ${EndIf}
      StrCpy $2 $2 -1
    ${Loop}
    ${If} $3 == "\"
      RMDir "$INSTDIR\$2"
    ${ElseIf} $2 != ""
      Delete "$INSTDIR\$2"
    ${EndIf}
  ${Loop}
  FileClose $1
  Delete "$PLUGINSDIR\${LIST}"
  Delete "$INSTDIR\${LIST}"
  Delete "$INSTDIR\Setup.ini"
  Delete "$INSTDIR\Uninstall.exe"
  RMDir "$INSTDIR"
  Pop $3
  Pop $2
  Pop $1
FunctionEnd

; $0 = 1 when a file of an installation is in use.
Function ${un}IsInUse
  StrCpy $0 0
  !insertmacro CheckUse "$INSTDIR\GlazeEffect.dll"
  !insertmacro CheckUse "$INSTDIR\engine\glaze.exe"
  !insertmacro CheckUse "$INSTDIR\engine\onnxruntime.dll"
FunctionEnd
!macroend

!macro CheckUse file
  ${If} ${FileExists} "${file}"
    ClearErrors
    FileOpen $1 "${file}" a
    ${If} ${Errors}
      StrCpy $0 1
    ${Else}
      FileClose $1
    ${EndIf}
  ${EndIf}
!macroend
