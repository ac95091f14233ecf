; Is Paint.NET running? Its files are open then, and it would load the plugin in the middle of being written.

!define TH32CS_SNAPPROCESS 2
!define PROCESSENTRY_SIZE 568 ; PROCESSENTRY32W, 64-bit; the file's name is at 44
!define PROCESSENTRY_NAME 44

!macro DefineProcesses un
; $0 = 1 when a process of the name in $0 runs, else 0.
Function ${un}IsRunning
  Push $1
  Push $2
  Push $3
  Push $4
  Push $5
  StrCpy $5 $0
  StrCpy $0 0
  System::Call 'kernel32::CreateToolhelp32Snapshot(i ${TH32CS_SNAPPROCESS}, i 0) p .r1'
  System::Alloc ${PROCESSENTRY_SIZE}
  Pop $2
  System::Call '*$2(i ${PROCESSENTRY_SIZE})'
  System::Call 'kernel32::Process32FirstW(p r1, p r2) i .r3'
  ${While} $3 <> 0
    System::Call '*$2(&i${PROCESSENTRY_NAME}, &w260 .r4)'
    ${If} $4 == $5
      StrCpy $0 1
      ${Break}
    ${EndIf}
    System::Call 'kernel32::Process32NextW(p r1, p r2) i .r3'
  ${EndWhile}
  System::Free $2
  System::Call 'kernel32::CloseHandle(p r1)'
  Pop $5
  Pop $4
  Pop $3
  Pop $2
  Pop $1
FunctionEnd

; Asks to close Paint.NET until it is closed or the artist gives up; a silent run gives up at once.
Function ${un}RequirePaintNetClosed
  ${Do}
    StrCpy $0 "paintdotnet.exe"
    Call ${un}IsRunning
    ${If} $0 = 0
      ${ExitDo}
    ${EndIf}
    ${Log} "Paint.NET is running"
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(PaintNetRuns)" /SD IDCANCEL IDRETRY +3
    SetErrorLevel ${EXIT_PAINT_NET_RUNS}
    Quit
  ${Loop}
FunctionEnd
!macroend
