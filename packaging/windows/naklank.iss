; The installer for Windows; packaging/windows_installer.py calls Inno Setup (6.3 or newer) with it:
;   ISCC /DVersion=1.2.3 /DFrozen=FOLDER /DOut=FOLDER [/DSigned /Snaklank=COMMAND] naklank.iss
; Not yet proved: no Windows was at hand. packaging/QA.md says how to.
;
; It writes no registry key of its own: only Inno Setup's, by which Windows lists and removes programs.

#ifndef Version
  #error Version is missing
#endif
#ifndef Frozen
  #error Frozen is missing: the folder that PyInstaller made
#endif
#ifndef Out
  #error Out is missing: the folder for the installer
#endif

[Setup]
; The same for ever: by it Windows knows that a newer version replaces an older one.
AppId={{8A8E6C0B-5C56-4E0B-9E0B-6E61706C6E6B}
AppName=Naklank
AppVersion={#Version}
AppPublisher=Naklank
VersionInfoVersion={#Version}
WizardStyle=modern
OutputDir={#Out}
OutputBaseFilename=naklank-{#Version}-windows-x64-setup
LicenseFile={#Frozen}\_internal\LICENSE
; A practice's user has no rights: for this user alone, unless /ALLUSERS or the first window asks more.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=commandline dialog
DefaultDirName={autopf}\Naklank
DisableProgramGroupPage=yes
UninstallDisplayIcon={app}\Naklank-window.exe
; Windows on ARM runs it too.
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
Compression=lzma2/max
SolidCompression=yes
; Never close a Naklank that is open: it may be recording. PrepareToInstall waits for it instead.
CloseApplications=no
RestartApplications=no
ShowLanguageDialog=auto
#ifdef Signed
SignTool=naklank
SignedUninstaller=yes
#endif

[Languages]
Name: "nl"; MessagesFile: "compiler:Languages\Dutch.isl"
Name: "en"; MessagesFile: "compiler:Default.isl"

[CustomMessages]
nl.IsOpen=Naklank staat nog open. Maak eerst af wat er loopt, sluit Naklank en begin opnieuw.
en.IsOpen=Naklank is still open. Finish what is running first, close Naklank and start again.
nl.TakingModel=Het spraakmodel wordt nagekeken en overgenomen.
en.TakingModel=The speech model is being checked and copied.
nl.ModelRefused=Naklank staat op deze computer, maar het spraakmodel naast dit installatieprogramma is beschadigd of niet van ons. Haal een nieuwe kopie, en kies die in Naklank bij Instellingen, Spraak.
en.ModelRefused=Naklank is on this computer, but the speech model beside this installer is damaged or not ours. Get a new copy, and choose it in Naklank under Settings, Speech.
nl.DeleteData=Wilt u ook wissen wat Naklank voor deze gebruiker bewaart? Dat zijn de instellingen, het logboek, het zegel, de spraakmodellen en alles wat nog onder 'Nog hier' staat.%n%nMet 'Nee' blijft alles bewaard voor een volgende installatie.
en.DeleteData=Do you also want to delete what Naklank keeps for this user? That is the settings, the journal, the seal, the speech models and everything under 'Still here'.%n%nWith 'No' all of it stays for a next installation.
nl.Desktop=Naklank ook op het bureaublad zetten
en.Desktop=Put Naklank on the desktop as well

[Tasks]
Name: "desktop"; Description: "{cm:Desktop}"; Flags: unchecked

[InstallDelete]
; What an older version had and this one has not must not be loaded by it.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
; Microsoft's runtimes lie among them: nothing has to be there before.
Source: "{#Frozen}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\Naklank"; Filename: "{app}\Naklank-window.exe"
Name: "{autodesktop}\Naklank"; Filename: "{app}\Naklank-window.exe"; Tasks: desktop

[Run]
Filename: "{app}\Naklank-window.exe"; Description: "{cm:LaunchProgram,Naklank}"; Flags: postinstall nowait skipifsilent

[Code]
const
  { A program that runs cannot be opened for writing. }
  ModeReadWrite = $0002;
  ShareNone = $0010;

function IsHeld(const Name: String): Boolean;
var
  Stream: TFileStream;
begin
  Result := False;
  if FileExists(Name) then
    try
      Stream := TFileStream.Create(Name, ModeReadWrite or ShareNone);
      Stream.Free;
    except
      Result := True;
    end;
end;

function IsOpen: Boolean;
begin
  Result := IsHeld(ExpandConstant('{app}\naklank.exe'))
    or IsHeld(ExpandConstant('{app}\Naklank-window.exe'));
end;

{ A text stops the installation before anything was changed; its exit status is then 7. }
function PrepareToInstall(var NeedsRestart: Boolean): String;
begin
  if IsOpen then
    Result := CustomMessage('IsOpen')
  else
    Result := '';
end;

{ The pack beside the installer: Naklank itself compares its hashes, and takes it in or not. }
procedure TakeModel(const Pack: String);
var
  Arguments: String;
  Status: Integer;
begin
  Arguments := 'models import "' + Pack + '"';
  if IsAdminInstallMode then
    Arguments := Arguments + ' --all-users';
  WizardForm.StatusLabel.Caption := CustomMessage('TakingModel');
  if not Exec(ExpandConstant('{app}\naklank.exe'), Arguments, '', SW_HIDE, ewWaitUntilTerminated, Status)
    or (Status <> 0) then
  begin
    Log('The speech model was refused: ' + IntToStr(Status));
    SuppressibleMsgBox(CustomMessage('ModelRefused'), mbError, MB_OK, IDOK);
  end;
end;

procedure CurStepChanged(CurStep: TSetupStep);
var
  Found: TFindRec;
begin
  if (CurStep = ssPostInstall) and FindFirst(ExpandConstant('{src}\naklank-model-*.zip'), Found) then
    try
      repeat
        TakeModel(ExpandConstant('{src}\') + Found.Name);
      until not FindNext(Found);
    finally
      FindClose(Found);
    end;
end;

function InitializeUninstall: Boolean;
begin
  Result := not IsOpen;
  if not Result then
    SuppressibleMsgBox(CustomMessage('IsOpen'), mbError, MB_OK, IDOK);
end;

{ Silent, nothing is deleted that was not asked for: /DELETEDATA asks. }
function WantsDataDeleted: Boolean;
var
  Index: Integer;
begin
  Result := False;
  if UninstallSilent then
  begin
    for Index := 1 to ParamCount do
      if CompareText(ParamStr(Index), '/DELETEDATA') = 0 then
        Result := True;
  end
  else
    Result := MsgBox(CustomMessage('DeleteData'), mbConfirmation, MB_YESNO or MB_DEFBUTTON2) = IDYES;
end;

procedure CurUninstallStepChanged(CurUninstallStep: TUninstallStep);
var
  Data: String;
begin
  Data := ExpandConstant('{localappdata}\Naklank');
  if (CurUninstallStep = usPostUninstall) and DirExists(Data) and WantsDataDeleted then
    DelTree(Data, True, True, True);
end;
