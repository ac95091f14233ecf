; The entry in Windows' list of programs: for everyone with classic, for the artist's account with the Store's; a portable Paint.NET gets
; none, so that its folder is all there is. Setup.ini beside the plugin has the version and the language for later.

!macro WriteEntry root
  WriteRegStr ${root} "${UNINSTALL_KEY}" DisplayName "Glaze Cloak for Paint.NET"
  WriteRegStr ${root} "${UNINSTALL_KEY}" DisplayVersion "${VERSION}"
  WriteRegStr ${root} "${UNINSTALL_KEY}" Publisher "the GlazeEffect authors"
  WriteRegStr ${root} "${UNINSTALL_KEY}" DisplayIcon "$INSTDIR\Uninstall.exe"
  WriteRegStr ${root} "${UNINSTALL_KEY}" InstallLocation "$INSTDIR"
  WriteRegStr ${root} "${UNINSTALL_KEY}" UninstallString '"$INSTDIR\Uninstall.exe"'
  WriteRegStr ${root} "${UNINSTALL_KEY}" QuietUninstallString '"$INSTDIR\Uninstall.exe" /S'
  WriteRegDWORD ${root} "${UNINSTALL_KEY}" NoModify 1
  WriteRegDWORD ${root} "${UNINSTALL_KEY}" NoRepair 1
  SectionGetSize ${PluginSection} $0
  WriteRegDWORD ${root} "${UNINSTALL_KEY}" EstimatedSize $0
!macroend

Function Register
  ${If} $Kind == classic
    ClearErrors
    !insertmacro WriteEntry HKLM
    ${IfNot} ${Errors}
      Return
    ${EndIf}
  ${EndIf}
  ${If} $Kind != portable
    !insertmacro WriteEntry HKCU
  ${EndIf}
FunctionEnd

; An entry is ours to delete when it tells of this folder.
!macro DeleteEntry root
  ReadRegStr $0 ${root} "${UNINSTALL_KEY}" InstallLocation
  ${If} $0 == $INSTDIR
    DeleteRegKey ${root} "${UNINSTALL_KEY}"
  ${EndIf}
!macroend

Function un.Unregister
  !insertmacro DeleteEntry HKLM
  !insertmacro DeleteEntry HKCU
FunctionEnd
