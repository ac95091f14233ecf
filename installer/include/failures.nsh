; Exit codes, and the one way to end with a sentence. 0, 1 and 2 are NSIS's own: done, cancelled, stopped by the script.

!define EXIT_CANCELLED 1
!define EXIT_PAINT_NET_RUNS 3
!define EXIT_NEEDS_ADMINISTRATOR 4
!define EXIT_NO_PAINT_NET 5
!define EXIT_IN_USE 6
!define EXIT_WRONG_PROCESSOR 7
!define EXIT_NOT_WRITTEN 8

; Before the first page: say it and leave.
!define Refuse "!insertmacro Refuse "
!macro Refuse code text
  ${Log} "Refused (${code}): ${text}"
  MessageBox MB_OK|MB_ICONSTOP "${text}" /SD IDOK
  SetErrorLevel ${code}
  Quit
!macroend

; In a section: say it and stop; the page shows that nothing was finished.
!define Stop "!insertmacro Stop "
!macro Stop code text
  ${Log} "Stopped (${code}): ${text}"
  MessageBox MB_OK|MB_ICONSTOP "${text}" /SD IDOK
  SetErrorLevel ${code}
  Abort "${text}"
!macroend
