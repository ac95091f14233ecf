; Where Paint.NET is. Classic: TARGETDIR in the registry, else the usual folder. Microsoft Store: its Effects folder is in the artist's
; documents. Portable: wherever it was unpacked; the usual places are looked at, any other can be named.

!define STORE_PACKAGE "dotPDNLLC.paint.net_h55e3w7q8jbva"
!define PAINT_NET_EXE "paintdotnet.exe"

Var ClassicFolder
Var StoreFolder
Var PortableFolder
Var PaintNetFolder ; that of the chosen one
Var Kind           ; classic, store or portable
Var IsPlaceGiven   ; /D

; Setup for one processor refuses the other only where it could not work: arm64 programs on x64. The reverse is emulated by Windows 11.
Function CheckProcessor
  !if ${ARCHITECTURE} == arm64
    ${IfNot} ${IsNativeARM64}
      ${Refuse} ${EXIT_WRONG_PROCESSOR} "$(WrongProcessor)"
    ${EndIf}
  !else
    ${If} ${IsNativeARM64}
      ${Log} "An ARM64 machine: the x64 engine will be emulated"
    ${EndIf}
  !endif
FunctionEnd

; Folders called "paint.net…" as the portable archive unpacks.
!macro LookForPortable folder
  ${If} $PortableFolder == ""
    FindFirst $2 $3 "${folder}\paint.net*"
    ${While} $3 != ""
      ${If} ${FileExists} "${folder}\$3\${PAINT_NET_EXE}"
        StrCpy $PortableFolder "${folder}\$3"
        ${Break}
      ${EndIf}
      FindNext $2 $3
    ${EndWhile}
    FindClose $2
  ${EndIf}
!macroend

Function FindPaintNet
  ReadRegStr $ClassicFolder HKLM "SOFTWARE\paint.net" "TARGETDIR"
  StrCpy $0 $ClassicFolder 1 -1
  ${If} $0 == "\"
    StrCpy $ClassicFolder $ClassicFolder -1
  ${EndIf}
  ${IfNot} ${FileExists} "$ClassicFolder\${PAINT_NET_EXE}"
    StrCpy $ClassicFolder "$PROGRAMFILES64\paint.net"
    ${IfNot} ${FileExists} "$ClassicFolder\${PAINT_NET_EXE}"
      StrCpy $ClassicFolder ""
    ${EndIf}
  ${EndIf}

  StrCpy $StoreFolder ""
  ${If} ${FileExists} "$LOCALAPPDATA\Packages\${STORE_PACKAGE}\*.*"
  ${OrIf} ${FileExists} "$DOCUMENTS\paint.net App Files\*.*"
    StrCpy $StoreFolder "$DOCUMENTS\paint.net App Files"
  ${EndIf}

  StrCpy $PortableFolder ""
  ${If} ${FileExists} "$EXEDIR\${PAINT_NET_EXE}"
    StrCpy $PortableFolder $EXEDIR
  ${EndIf}
  !insertmacro LookForPortable "$EXEDIR"
  !insertmacro LookForPortable "$DESKTOP"
  !insertmacro LookForPortable "$PROFILE\Downloads"
  !insertmacro LookForPortable "$DOCUMENTS"
  ${GetRoot} $WINDIR $1
  !insertmacro LookForPortable $1
  ${Log} "Classic: $ClassicFolder; Store: $StoreFolder; portable: $PortableFolder"
FunctionEnd

; Without a word from the artist: where the plugin is already, else classic, Store, portable.
Function ChoosePlace
  StrCpy $Kind ""
  StrCpy $IsPlaceGiven 0
  ${If} $INSTDIR != ""
    StrCpy $IsPlaceGiven 1
    Call TakeGivenPlace
  ${ElseIf} $ClassicFolder != ""
  ${AndIf} ${FileExists} "$ClassicFolder\Effects\GlazeEffect\Uninstall.exe"
    StrCpy $Kind classic
  ${ElseIf} $StoreFolder != ""
  ${AndIf} ${FileExists} "$StoreFolder\Effects\GlazeEffect\Uninstall.exe"
    StrCpy $Kind store
  ${ElseIf} $PortableFolder != ""
  ${AndIf} ${FileExists} "$PortableFolder\Effects\GlazeEffect\Uninstall.exe"
    StrCpy $Kind portable
  ${ElseIf} $ClassicFolder != ""
    StrCpy $Kind classic
  ${ElseIf} $StoreFolder != ""
    StrCpy $Kind store
  ${ElseIf} $PortableFolder != ""
    StrCpy $Kind portable
  ${ElseIf} ${Silent}
    ${Refuse} ${EXIT_NO_PAINT_NET} "$(NoPaintNet)"
  ${EndIf}
  Call UseKind
FunctionEnd

; Sets the plugin's folder from the kind.
Function UseKind
  ${If} $Kind == classic
    StrCpy $PaintNetFolder $ClassicFolder
  ${ElseIf} $Kind == store
    StrCpy $PaintNetFolder $StoreFolder
  ${ElseIf} $Kind == portable
    StrCpy $PaintNetFolder $PortableFolder
  ${Else}
    Return
  ${EndIf}
  StrCpy $INSTDIR "$PaintNetFolder\Effects\GlazeEffect"
  ${Log} "Place ($Kind): $INSTDIR"
FunctionEnd

; /D= names Paint.NET's folder, its Effects folder, or the plugin's own.
Function TakeGivenPlace
  StrCpy $PaintNetFolder $INSTDIR
  ${GetFileName} $PaintNetFolder $0
  ${If} $0 == GlazeEffect
    ${GetParent} $PaintNetFolder $PaintNetFolder
    ${GetFileName} $PaintNetFolder $0
  ${EndIf}
  ${If} $0 == Effects
    ${GetParent} $PaintNetFolder $PaintNetFolder
  ${EndIf}
  ${If} $PaintNetFolder == $ClassicFolder
    StrCpy $Kind classic
  ${ElseIf} $PaintNetFolder == $StoreFolder
    StrCpy $Kind store
  ${ElseIf} ${FileExists} "$PaintNetFolder\${PAINT_NET_EXE}"
    StrCpy $PortableFolder $PaintNetFolder
    StrCpy $Kind portable
  ${Else}
    ${Refuse} ${EXIT_NO_PAINT_NET} "$(NotPaintNet)"
  ${EndIf}
FunctionEnd

Function StartPaintNet
  ${If} $Kind == store
    ExecShell "open" "shell:AppsFolder\${STORE_PACKAGE}!dotPDNLLC.paint.net"
  ${Else}
    ExecShell "open" "$PaintNetFolder\${PAINT_NET_EXE}"
  ${EndIf}
FunctionEnd
