; The page that asks for the Paint.NET to install into: the three kinds, those not found greyed, and a folder for the portable one.

Var PlaceClassic
Var PlaceStore
Var PlacePortable
Var PlaceFolder
Var PlaceBrowse

!define PATH_STYLES ${DEFAULT_STYLES}|${SS_PATHELLIPSIS}|${SS_NOPREFIX}

Function PlacePage
  ${If} $IsPlaceGiven = 1
    Abort
  ${EndIf}
  !insertmacro MUI_HEADER_TEXT "$(PlaceTitle)" "$(PlaceSubtitle)"
  nsDialogs::Create 1018
  Pop $0

  StrCpy $1 $(NotFound)
  ${If} $ClassicFolder != ""
    StrCpy $1 $ClassicFolder
  ${EndIf}
  ${NSD_CreateRadioButton} 0 0 100% 12u "$(PlaceClassic)"
  Pop $PlaceClassic
  nsDialogs::CreateControl STATIC "${PATH_STYLES}" 0 12u 12u 95% 10u $1
  Pop $0
  ${If} $ClassicFolder == ""
    EnableWindow $PlaceClassic 0
    EnableWindow $0 0
  ${EndIf}

  StrCpy $1 $(NotFound)
  ${If} $StoreFolder != ""
    StrCpy $1 $StoreFolder
  ${EndIf}
  ${NSD_CreateRadioButton} 0 30u 100% 12u "$(PlaceStore)"
  Pop $PlaceStore
  nsDialogs::CreateControl STATIC "${PATH_STYLES}" 0 12u 42u 95% 10u $1
  Pop $0
  ${If} $StoreFolder == ""
    EnableWindow $PlaceStore 0
    EnableWindow $0 0
  ${EndIf}

  ${NSD_CreateRadioButton} 0 60u 100% 12u "$(PlacePortable)"
  Pop $PlacePortable
  ${NSD_CreateDirRequest} 12u 73u 74% 13u $PortableFolder
  Pop $PlaceFolder
  ${NSD_CreateBrowseButton} 80% 73u 20% 14u "$(PlaceBrowse)"
  Pop $PlaceBrowse
  ${NSD_OnClick} $PlaceBrowse PlaceBrowseClick

  ${NSD_CreateLabel} 0 100u 100% 30u "$(PlaceNote)"
  Pop $0

  ${If} $Kind == classic
    ${NSD_Check} $PlaceClassic
  ${ElseIf} $Kind == store
    ${NSD_Check} $PlaceStore
  ${Else}
    ${NSD_Check} $PlacePortable
  ${EndIf}
  nsDialogs::Show
FunctionEnd

Function PlaceBrowseClick
  Pop $0
  ${NSD_GetText} $PlaceFolder $0
  nsDialogs::SelectFolderDialog "$(PlacePortableAsk)" $0
  Pop $0
  ${If} $0 != error
    ${NSD_SetText} $PlaceFolder $0
    ${NSD_Uncheck} $PlaceClassic
    ${NSD_Uncheck} $PlaceStore
    ${NSD_Check} $PlacePortable
  ${EndIf}
FunctionEnd

Function PlacePageLeave
  ${NSD_GetState} $PlaceClassic $0
  ${NSD_GetState} $PlaceStore $1
  ${If} $0 = ${BST_CHECKED}
    StrCpy $Kind classic
  ${ElseIf} $1 = ${BST_CHECKED}
    StrCpy $Kind store
  ${Else}
    ${NSD_GetText} $PlaceFolder $PortableFolder
    ${IfNot} ${FileExists} "$PortableFolder\${PAINT_NET_EXE}"
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(NotPortable)"
      Abort
    ${EndIf}
    StrCpy $Kind portable
  ${EndIf}
  Call UseKind
FunctionEnd
