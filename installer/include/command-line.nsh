; /S and /D= are NSIS's own. Ours: /LANG=TAG (en, ja, ...) /LOG=FILE  /ENCODERS; the uninstaller's: /PURGE. /ELEVATED and /UPGRADE are said
; only by Setup itself.

Var IsElevated
Var IsUpgrade
Var IsPurge
Var WantsEncoders

!macro ReadSwitch name variable
  ClearErrors
  ${GetOptions} $0 "/${name}" $1
  ${If} ${Errors}
    StrCpy ${variable} 0
  ${Else}
    StrCpy ${variable} 1
  ${EndIf}
!macroend

!macro DefineReadCommandLine un
Function ${un}ReadCommandLine
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/LOG=" $LogFile
  ${If} ${Errors}
    StrCpy $LogFile ""
  ${EndIf}
  ClearErrors
  ${GetOptions} $0 "/LANG=" $1
  ${IfNot} ${Errors}
    StrCpy $LANGUAGE ${LANG_ENGLISH}
    !insertmacro ChooseLanguage $1
  ${EndIf}
  !insertmacro ReadSwitch ELEVATED $IsElevated
  !insertmacro ReadSwitch UPGRADE $IsUpgrade
  !insertmacro ReadSwitch PURGE $IsPurge
  !insertmacro ReadSwitch ENCODERS $WantsEncoders
FunctionEnd
!macroend
