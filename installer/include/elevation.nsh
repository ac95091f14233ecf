; Setup runs with the artist's own rights. Only where the Effects folder is closed to them (Program Files) does it start itself once more
; as administrator, silently, for the files and the registration; all else stays with the artist's own account.

!define SEE_MASK_NOCLOSEPROCESS 0x40

!macro DefineElevation un
; $0 = 1 when files can be made in the folder $0, which is made if need be.
Function ${un}CanWrite
  Push $1
  StrCpy $1 $0
  StrCpy $0 0
  CreateDirectory $1
  ${If} ${FileExists} "$1\*.*"
    ClearErrors
    GetTempFileName $1 $1
    ${IfNot} ${Errors}
      Delete $1
      StrCpy $0 1
    ${EndIf}
  ${EndIf}
  Pop $1
FunctionEnd

; Runs this program again as administrator with the arguments in $0 and waits; $0 = its exit code, or "refused".
Function ${un}RunElevated
  Push $1
  Push $2
  Push $3
  ; SHELLEXECUTEINFOW, 64-bit: 112 bytes, the process's handle last.
  System::Call '*(i 112, i ${SEE_MASK_NOCLOSEPROCESS}, p $HWNDPARENT, w "runas", w "$EXEPATH", w r0, p 0, i 1, i 0, p 0, p 0, p 0, p 0, p 0, p 0, p 0) p .r1'
  System::Call 'shell32::ShellExecuteExW(p r1) i .r2'
  ${If} $2 = 0
    StrCpy $0 "refused"
  ${Else}
    System::Call '*$1(&i104, p .r3)'
    System::Call 'kernel32::WaitForSingleObject(p r3, i -1)'
    System::Call 'kernel32::GetExitCodeProcess(p r3, *i .r0)'
    System::Call 'kernel32::CloseHandle(p r3)'
  ${EndIf}
  System::Free $1
  Pop $3
  Pop $2
  Pop $1
FunctionEnd
!macroend
