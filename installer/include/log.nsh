; /LOG=FILE: what Setup does, one line each, UTF-16 as Windows' own tools write it.

Var LogFile
Var LogHandle

!define Log "!insertmacro Log "
!macro Log text
  ${If} $LogFile != ""
    FileOpen $LogHandle "$LogFile" a
    FileSeek $LogHandle 0 END
    FileWriteUTF16LE /BOM $LogHandle "${text}$\r$\n"
    FileClose $LogHandle
  ${EndIf}
!macroend
