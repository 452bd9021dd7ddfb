<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_NL">
<context>
    <name></name>
    <message>
        <source>! Part of the sound is kept ({time})</source>
        <translation>! Een deel van het geluid is bewaard ({time})</translation>
    </message>
    <message>
        <source>1.  Open the recorder of your phone: sound only, no film.</source>
        <translation>1.  Open de recorder van uw telefoon: alleen geluid, geen film.</translation>
    </message>
    <message>
        <source>1.  Start the recorder of your phone.</source>
        <translation>1.  Zet de recorder van uw telefoon aan.</translation>
    </message>
    <message>
        <source>18 point letters</source>
        <translation>letters van 18 punten</translation>
    </message>
    <message>
        <source>2.  Lay the phone beside the loudspeaker.</source>
        <translation>2.  Leg de telefoon bij de luidspreker.</translation>
    </message>
    <message>
        <source>2.  Lay the phone between us.</source>
        <translation>2.  Leg de telefoon tussen ons in.</translation>
    </message>
    <message>
        <source>3.  We count: 3, 2, 1. Press record on your phone.</source>
        <translation>3.  We tellen af: 3, 2, 1. Druk op opnemen op uw telefoon.</translation>
    </message>
    <message>
        <source>3.  We play the summary.</source>
        <translation>3.  Wij spelen de samenvatting af.</translation>
    </message>
    <message>
        <source>A copy first goes to the practice&apos;s own folder. Naklank then deletes what it kept.</source>
        <translation>Eerst gaat een kopie naar de eigen map van de praktijk. Daarna wist Naklank wat het bewaarde.</translation>
    </message>
    <message>
        <source>A date and a time, not “tomorrow”.</source>
        <translation>Een datum en een tijd, niet “morgen”.</translation>
    </message>
    <message>
        <source>A few seconds left.</source>
        <translation>Nog enkele seconden.</translation>
    </message>
    <message>
        <source>A group</source>
        <translation>Een groep</translation>
    </message>
    <message>
        <source>A leaflet or film tells more than a recording of this talk.</source>
        <translation>Een folder of film vertelt meer dan een opname van dit gesprek.</translation>
    </message>
    <message>
        <source>A newer Naklank has written settings that this one does not know.</source>
        <translation>Een nieuwere Naklank heeft instellingen geschreven die deze niet kent.</translation>
    </message>
    <message>
        <source>A newer Naklank has written settings that this one does not know. For those the defaults hold here; they are kept for the newer one. Your sound is untouched.</source>
        <translation>Een nieuwere Naklank heeft instellingen geschreven die deze niet kent. Daarvoor gelden hier de standaardwaarden; voor de nieuwere blijven ze bewaard. Uw geluid is onaangetast.</translation>
    </message>
    <message>
        <source>A program copies the folder {folder} to the internet. The sound and the text would go there too. Save them there all the same?</source>
        <translation>Een programma kopieert de map {folder} naar internet. Geluid en tekst gaan daar dan ook heen. Toch daar bewaren?</translation>
    </message>
    <message>
        <source>A sheet still went to the printer. Take it back.</source>
        <translation>Er ging nog een blad naar de printer. Neem het terug.</translation>
    </message>
    <message>
        <source>A short summary at the end fits well: sound and paper, one or two minutes.</source>
        <translation>Een korte samenvatting aan het eind past goed: geluid en papier, één tot twee minuten.</translation>
    </message>
    <message>
        <source>A summary is being recorded or typed, and needs microphone and computer. The self-test can begin when that is done.</source>
        <translation>Er wordt een samenvatting opgenomen of getypt. Daar zijn de microfoon en de computer voor nodig. De zelftest kan beginnen als dat klaar is.</translation>
    </message>
    <message>
        <source>A summary of {moment} is still open. Go on with it or delete it under “Still here”.</source>
        <translation>Er staat nog een samenvatting van {moment} open. Ga ermee verder of wis haar bij “Nog hier”.</translation>
    </message>
    <message>
        <source>A title and where to find it, such as “New hip: thuisarts.nl/heupprothese”. While agreeing you choose what fits; that stands on the sheet.</source>
        <translation>Een titel en waar die te vinden is, zoals “Nieuwe heup: thuisarts.nl/heupprothese”. Bij het afspreken kiest u wat past; dat staat dan op het blad.</translation>
    </message>
    <message>
        <source>A trial key was written, read back and deleted.</source>
        <translation>Een proefsleutel is geschreven, teruggelezen en gewist.</translation>
    </message>
    <message>
        <source>A web page came instead of the model: this network first wants you to sign in, or blocks the download. Open a web browser and look, or copy the model from a stick.</source>
        <translation>In plaats van het model kwam er een webpagina: dit netwerk wil eerst dat u inlogt, of blokkeert de download. Kijk in een webbrowser of kopieer het model van een stick.</translation>
    </message>
    <message>
        <source>About the licences</source>
        <translation>Over de licenties</translation>
    </message>
    <message numerus="yes">
        <source>About {count} minutes left.</source>
        <translation>
            <numerusform>Nog ongeveer {count} minuut.</numerusform>
            <numerusform>Nog ongeveer {count} minuten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About {count} seconds left.</source>
        <translation>
            <numerusform>Nog ongeveer {count} seconde.</numerusform>
            <numerusform>Nog ongeveer {count} seconden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a printer to this computer, or hand over by stick, folder or phone.</source>
        <translation>Voeg een printer toe aan deze computer, of geef mee met stick, map of telefoon.</translation>
    </message>
    <message>
        <source>Add: {who}</source>
        <translation>Erbij: {who}</translation>
    </message>
    <message>
        <source>Address of a mirror to download from</source>
        <translation>Adres van een spiegel om van te downloaden</translation>
    </message>
    <message>
        <source>Advised: text {seconds} after you stop ({how}).</source>
        <translation>Aanbevolen: tekst {seconds} na het spreken ({how}).</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Afgesproken</translation>
    </message>
    <message>
        <source>Agreed at {time}: {what} ({people})</source>
        <translation>Afgesproken om {time} uur: {what} ({people})</translation>
    </message>
    <message>
        <source>Agreed to the recording: {people}</source>
        <translation>Akkoord met de opname: {people}</translation>
    </message>
    <message>
        <source>Agreeing</source>
        <translation>Afspreken</translation>
    </message>
    <message>
        <source>Agreement withdrawn and all deleted</source>
        <translation>Akkoord ingetrokken en alles gewist</translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>Akkoord</translation>
    </message>
    <message>
        <source>All agree</source>
        <translation>Allen akkoord</translation>
    </message>
    <message>
        <source>All is kept. Press a key or the mouse to go on.</source>
        <translation>Alles is bewaard. Druk op een toets of klik om verder te gaan.</translation>
    </message>
    <message>
        <source>All is on it and was checked. Use “safely remove” before you pull it out.</source>
        <translation>Alles staat erop en is nagelezen. Kies “veilig verwijderen” voordat u hem eruit haalt.</translation>
    </message>
    <message>
        <source>All is well: Naklank can do its work on this computer.</source>
        <translation>Alles is in orde: Naklank kan zijn werk doen op deze computer.</translation>
    </message>
    <message>
        <source>All models on this computer are whole.</source>
        <translation>Alle modellen op deze computer zijn heel.</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>All of this is encrypted, and on this computer alone. Each is deleted {hours} after it was agreed or put aside; is Naklank closed then, as soon as it is opened again.</source>
        <translation>Dit staat versleuteld op deze computer, en alleen hier. Elke samenvatting wordt gewist {hours} na het akkoord, of nadat u op Later meegeven drukte; is Naklank dan gesloten, zodra het weer wordt geopend.</translation>
    </message>
    <message>
        <source>All places are right</source>
        <translation>Alle punten kloppen</translation>
    </message>
    <message>
        <source>All stands on the stick {stick} and was checked. The computer does not let go of it: use &apos;safely remove&apos; before you pull it out.</source>
        <translation>Alles staat op de stick {stick} en is nagekeken. De computer laat hem niet los: gebruik &apos;veilig verwijderen&apos; voordat u hem eruit haalt.</translation>
    </message>
    <message>
        <source>All that could be looked at is well.</source>
        <translation>Alles wat te bekijken was, is in orde.</translation>
    </message>
    <message>
        <source>All this later</source>
        <translation>Dit alles later</translation>
    </message>
    <message>
        <source>All who were present said yes.</source>
        <translation>Alle aanwezigen zeiden ja.</translation>
    </message>
    <message>
        <source>Also here:</source>
        <translation>Ook hier:</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>Andere map…</translation>
    </message>
    <message>
        <source>Another stick is in the place of {stick}, so neither is ready: do not give them away. Text and sound are kept. Copy again.</source>
        <translation>Op de plaats van {stick} zit een andere stick. Geen van beide is klaar: geef ze niet mee. Tekst en geluid zijn bewaard. Kopieer opnieuw.</translation>
    </message>
    <message>
        <source>Another window or program is already downloading it. Wait for that one.</source>
        <translation>Een ander venster of programma is het al aan het downloaden. Wacht daarop.</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Goedgekeurd</translation>
    </message>
    <message>
        <source>Arrows go from word to word, Enter changes a word, a digit begins the topic with that number.</source>
        <translation>Pijlen gaan van woord naar woord, Enter verandert een woord, een cijfer begint het kopje met dat nummer.</translation>
    </message>
    <message>
        <source>As fast as spoken</source>
        <translation>Normale snelheid</translation>
    </message>
    <message>
        <source>As long as somebody says no, nothing is recorded.</source>
        <translation>Zolang iemand nee zegt, wordt er niets opgenomen.</translation>
    </message>
    <message>
        <source>Ask each of them: one no is enough. Name nobody.</source>
        <translation>Vraag het ieder: één nee is genoeg. Noem geen namen.</translation>
    </message>
    <message>
        <source>Ask each time</source>
        <translation>Elke keer vragen</translation>
    </message>
    <message>
        <source>Ask the patient to delete what is on their phone.</source>
        <translation>Vraag de patiënt te wissen wat op de telefoon staat.</translation>
    </message>
    <message>
        <source>Ask the patient:</source>
        <translation>Vraag de patiënt:</translation>
    </message>
    <message>
        <source>Ask: “What would you like the recording for?”</source>
        <translation>Vraag: “Waarvoor wilt u de opname graag?”</translation>
    </message>
    <message>
        <source>Asked each time</source>
        <translation>Elke keer vragen waar</translation>
    </message>
    <message>
        <source>At night</source>
        <translation>Nacht</translation>
    </message>
    <message>
        <source>At the beginning stands something that Naklank did not write there.</source>
        <translation>Aan het begin staat iets dat Naklank daar niet heeft geschreven.</translation>
    </message>
    <message>
        <source>At the weekend</source>
        <translation>Weekend</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Back to agreeing</source>
        <translation>Terug naar afspreken</translation>
    </message>
    <message>
        <source>Back to checking</source>
        <translation>Terug naar nakijken</translation>
    </message>
    <message>
        <source>Back to typing</source>
        <translation>Terug naar typen</translation>
    </message>
    <message>
        <source>Bad news may wait: choose “Hand over later” if there is no time for it now.</source>
        <translation>Slecht nieuws mag wachten: kies “Later meegeven” als er nu geen tijd voor is.</translation>
    </message>
    <message>
        <source>Bad news: put headphones on, and press M to listen.</source>
        <translation>Slecht nieuws: zet een koptelefoon op en druk op M om te luisteren.</translation>
    </message>
    <message>
        <source>Behind line {first} stands something that Naklank did not write there.</source>
        <translation>Achter regel {first} staat iets dat Naklank daar niet heeft geschreven.</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Overdag</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Cannot be used on this computer.</source>
        <translation>Niet te gebruiken op deze computer.</translation>
    </message>
    <message>
        <source>Cannot be used: Naklank cannot write a key file on this computer. It lacks the right to do so, or the disk is full.</source>
        <translation>Niet te gebruiken: Naklank kan op deze computer geen sleutelbestand schrijven. Het heeft er het recht niet toe, of de schijf is vol.</translation>
    </message>
    <message>
        <source>Cannot be used: there was no keyring when Naklank was opened.</source>
        <translation>Niet te gebruiken: bij de start van Naklank was er geen sleutelbos.</translation>
    </message>
    <message>
        <source>Card as PDF…</source>
        <translation>Kaartje als PDF…</translation>
    </message>
    <message>
        <source>Certificate of your practice</source>
        <translation>Certificaat van uw praktijk</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wijzigen</translation>
    </message>
    <message>
        <source>Change nothing</source>
        <translation>Niets veranderen</translation>
    </message>
    <message>
        <source>Changed since it was handed over.</source>
        <translation>Veranderd sinds het meegeven.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Controleer</translation>
    </message>
    <message>
        <source>Check the journal</source>
        <translation>Kijk het logboek na</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Nakijken</translation>
    </message>
    <message>
        <source>Checking the speech model.</source>
        <translation>Het spraakmodel wordt gecontroleerd.</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Child of 12 to 15</source>
        <translation>Kind van 12 t/m 15</translation>
    </message>
    <message>
        <source>Child under 12</source>
        <translation>Kind onder de 12</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Kiezen</translation>
    </message>
    <message>
        <source>Choose a doctor</source>
        <translation>Kies een arts</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Kies een bestand…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Kies een map…</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>Kies een plaatje…</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Kies bestanden…</translation>
    </message>
    <message>
        <source>Choose it in the settings to have it type.</source>
        <translation>Kies het bij de instellingen om het te laten typen.</translation>
    </message>
    <message>
        <source>Choose leaflets and films; they stand on the sheet.</source>
        <translation>Kies folders en films; ze staan op het blad.</translation>
    </message>
    <message>
        <source>Choose the keyring in the settings, under Keeping and deleting: it is the safest place.</source>
        <translation>Kies de sleutelbos bij Instellingen, onder Bewaren en wissen: dat is de veiligste plek.</translation>
    </message>
    <message>
        <source>Choose this</source>
        <translation>Dit kiezen</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Klok</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Close and lose it</source>
        <translation>Sluiten en kwijtraken</translation>
    </message>
    <message>
        <source>Close other programs and run the self-test again. If it stays so, choose base as the model in the settings, or type the text by hand.</source>
        <translation>Sluit andere programma&apos;s en doe de zelftest opnieuw. Blijft het zo, kies dan base als model bij Instellingen, of typ de tekst zelf.</translation>
    </message>
    <message>
        <source>Close programs that you do not use, and run the self-test again.</source>
        <translation>Sluit programma&apos;s die u niet gebruikt, en doe de zelftest opnieuw.</translation>
    </message>
    <message>
        <source>Close programs that you do not use. If the model is not base: choose a smaller one in the settings.</source>
        <translation>Sluit programma&apos;s die u niet gebruikt. Is het model niet base: kies dan een kleiner model bij Instellingen.</translation>
    </message>
    <message>
        <source>Close the program that uses it, such as one for video calls, and run the self-test again.</source>
        <translation>Sluit het programma dat hem gebruikt, zoals een programma voor beeldbellen, en doe de zelftest opnieuw.</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Sluit deze melding</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Einde</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Korte code</translation>
    </message>
    <message>
        <source>Code on the sheet</source>
        <translation>Code op het blad</translation>
    </message>
    <message>
        <source>Code {code}, version {version}, handed over on {moment} by that computer&apos;s clock.</source>
        <translation>Code {code}, versie {version}, meegegeven op {moment} volgens de klok van die computer.</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>Collega</translation>
    </message>
    <message>
        <source>Colleagues, hospitals, devices, medicines. The computer expects to hear the first 30; with all of them it looks afterwards for what it may have misheard. No names of patients: this list stays on this computer.</source>
        <translation>Collega&apos;s, ziekenhuizen, apparaten, medicijnen. De computer verwacht de eerste 30 te horen; met allemaal zoekt hij achteraf naar wat hij misschien verkeerd verstond. Geen namen van patiënten: deze lijst blijft op deze computer staan.</translation>
    </message>
    <message>
        <source>Copied for one minute: paste it into the record now.</source>
        <translation>Gekopieerd, voor één minuut. Plak het nu in het dossier.</translation>
    </message>
    <message>
        <source>Copied. You can paste it into a message to whoever helps you.</source>
        <translation>Gekopieerd. U kunt het plakken in een bericht aan wie u helpt.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Copy a model from a folder or ZIP file.</source>
        <translation>Kopieer een model uit een map of ZIP-bestand.</translation>
    </message>
    <message>
        <source>Copy for the record</source>
        <translation>Kopie voor dossier</translation>
    </message>
    <message>
        <source>Copy it</source>
        <translation>Overnemen</translation>
    </message>
    <message>
        <source>Copy it to a stick</source>
        <translation>Op een stick zetten</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Verslag kopiëren</translation>
    </message>
    <message>
        <source>Copy the text for the patient&apos;s record</source>
        <translation>De tekst kopiëren voor het dossier</translation>
    </message>
    <message>
        <source>Copy to the stick {stick}</source>
        <translation>Kopiëren naar de stick {stick}</translation>
    </message>
    <message>
        <source>Copying and checking… Leave the stick in.</source>
        <translation>Kopiëren en nakijken… Laat de stick zitten.</translation>
    </message>
    <message>
        <source>Copying the model…</source>
        <translation>Het model wordt gekopieerd…</translation>
    </message>
    <message>
        <source>Covered, because nobody was here for a while.</source>
        <translation>Afgedekt, omdat er even niemand was.</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>Datum en tijd</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Wissen</translation>
    </message>
    <message>
        <source>Delete a model from this computer.</source>
        <translation>Verwijder een model van deze computer.</translation>
    </message>
    <message>
        <source>Delete all of it</source>
        <translation>Alles wissen</translation>
    </message>
    <message>
        <source>Delete all that was recorded of {doctor} from this computer?</source>
        <translation>Alles wat van {doctor} is ingesproken wissen van deze computer?</translation>
    </message>
    <message>
        <source>Delete and speak again</source>
        <translation>Wissen en opnieuw</translation>
    </message>
    <message>
        <source>Delete recording and text? The agreement stays; you can start again.</source>
        <translation>Opname en tekst wissen? Het akkoord blijft staan; u kunt opnieuw beginnen.</translation>
    </message>
    <message>
        <source>Delete the folder that was saved.</source>
        <translation>Wis de map die is opgeslagen.</translation>
    </message>
    <message>
        <source>Delete the folder “{folder}” that was saved.</source>
        <translation>Wis de map “{folder}” die is opgeslagen.</translation>
    </message>
    <message>
        <source>Delete the summary of {moment}? Nobody can bring it back.</source>
        <translation>De samenvatting van {moment} wissen? Niemand kan haar terughalen.</translation>
    </message>
    <message>
        <source>Delete the text that was typed?</source>
        <translation>De getypte tekst wissen?</translation>
    </message>
    <message>
        <source>Delete this one</source>
        <translation>Deze wissen</translation>
    </message>
    <message>
        <source>Delete this recording? The agreement stays; you can start again.</source>
        <translation>Deze opname wissen? Het akkoord blijft staan; u kunt opnieuw beginnen.</translation>
    </message>
    <message>
        <source>Delete this voice</source>
        <translation>Deze stem wissen</translation>
    </message>
    <message>
        <source>Delete what cannot be read</source>
        <translation>Wis wat niet te lezen is</translation>
    </message>
    <message>
        <source>Delete what you have just spoken? The rest stays as it was.</source>
        <translation>Wissen wat u net hebt ingesproken? De rest blijft zoals het was.</translation>
    </message>
    <message>
        <source>Deleted, nothing handed over</source>
        <translation>Gewist, niets meegegeven</translation>
    </message>
    <message>
        <source>Deleted, waited too long</source>
        <translation>Gewist, te lang blijven wachten</translation>
    </message>
    <message>
        <source>Deleted: nothing of this summary is left in Naklank.</source>
        <translation>Gewist: van deze samenvatting staat niets meer in Naklank.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Bijzonderheden</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Verschillen</translation>
    </message>
    <message>
        <source>Do not choose “search”: the text would then go to the internet.</source>
        <translation>Kies niet “zoeken”: dan gaat de tekst naar internet.</translation>
    </message>
    <message>
        <source>Do not put the recording on the internet without a yes from your doctor.</source>
        <translation>Zet de opname niet op internet zonder ja van uw arts.</translation>
    </message>
    <message>
        <source>Do not record</source>
        <translation>Niet opnemen</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>Niet bewaren</translation>
    </message>
    <message>
        <source>Do not trust it</source>
        <translation>Vertrouw het niet</translation>
    </message>
    <message>
        <source>Do not trust the typing on this computer. Install the model again in the settings, or choose another one.</source>
        <translation>Vertrouw niet op het typen op deze computer. Zet het model opnieuw op deze computer bij Instellingen, of kies een ander.</translation>
    </message>
    <message>
        <source>Doctors, one on each line. Of several, one is chosen for each recording.</source>
        <translation>Artsen, op elke regel één. Bij meer artsen kiest u er bij elke opname één.</translation>
    </message>
    <message>
        <source>Does not agree</source>
        <translation>Niet akkoord</translation>
    </message>
    <message>
        <source>Does somebody take their yes back? All of this summary is then deleted.</source>
        <translation>Trekt iemand het akkoord in? Dan wordt alles van deze samenvatting gewist.</translation>
    </message>
    <message>
        <source>Does the text stand on the patient&apos;s phone?</source>
        <translation>Staat de tekst op de telefoon van de patiënt?</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Downloaden</translation>
    </message>
    <message>
        <source>Download a model, or the rest of it.</source>
        <translation>Download een model, of wat er nog van ontbreekt.</translation>
    </message>
    <message>
        <source>Downloading {name}…</source>
        <translation>Het model {name} wordt gedownload…</translation>
    </message>
    <message>
        <source>Drop files here: sound, paper as PDF, or the page. Nothing is kept.</source>
        <translation>Sleep hier bestanden heen: geluid, papier als PDF, of de pagina. Er wordt niets bewaard.</translation>
    </message>
    <message>
        <source>Each part is kept at once, on this computer alone, encrypted. A recording that fails leaves the earlier one as it is.</source>
        <translation>Elk deel wordt meteen bewaard, alleen op deze computer en versleuteld. Mislukt een opname, dan blijft de vorige zoals die was.</translation>
    </message>
    <message>
        <source>Each recording is locked with a key of its own. The place that was chosen for that key cannot be used now, so choose another one:</source>
        <translation>Elke opname gaat op slot met een eigen sleutel. De plaats die voor die sleutel gekozen was, is nu niet te gebruiken. Kies daarom een andere:</translation>
    </message>
    <message>
        <source>Encryption of the disk</source>
        <translation>Versleuteling van de schijf</translation>
    </message>
    <message>
        <source>Everybody must say yes before the microphone opens.</source>
        <translation>Iedereen moet ja zeggen voordat de microfoon opengaat.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporteren…</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Sneller</translation>
    </message>
    <message>
        <source>Faults of the program</source>
        <translation>Storingen van het programma</translation>
    </message>
    <message>
        <source>Faults…</source>
        <translation>Storingen…</translation>
    </message>
    <message>
        <source>Fields of your own in that template, one on each line, such as: agb = 01234567</source>
        <translation>Eigen velden in dat sjabloon, op elke regel één, zoals: agb = 01234567</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>Bestand:</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Finish and delete</source>
        <translation>Afronden en wissen</translation>
    </message>
    <message>
        <source>Finished and deleted</source>
        <translation>Afgerond en gewist</translation>
    </message>
    <message>
        <source>Finished. Naklank has deleted what it kept itself.</source>
        <translation>Afgerond. Naklank heeft gewist wat het zelf bewaarde.</translation>
    </message>
    <message>
        <source>First start</source>
        <translation>Eerste start</translation>
    </message>
    <message>
        <source>First start again…</source>
        <translation>Eerste start opnieuw…</translation>
    </message>
    <message>
        <source>Fixed folder for the patient portal or secure mail (all doctors)</source>
        <translation>Vaste map voor het patiëntenportaal of beveiligde mail (alle artsen)</translation>
    </message>
    <message>
        <source>Folder for recordings: on this computer, not on a network or in a cloud</source>
        <translation>Map voor opnamen: op deze computer, niet op een netwerk of in de cloud</translation>
    </message>
    <message>
        <source>Folder for that copy, written when you finish; else you keep it yourselves</source>
        <translation>Map voor die kopie, geschreven bij het afronden; anders bewaart u haar zelf</translation>
    </message>
    <message>
        <source>Folder for the patient portal</source>
        <translation>Map voor het patiëntenportaal</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>Map:</translation>
    </message>
    <message>
        <source>For a relative</source>
        <translation>Voor een naaste</translation>
    </message>
    <message>
        <source>For the patient portal</source>
        <translation>Voor het patiëntenportaal</translation>
    </message>
    <message>
        <source>For the patient portal or secure mail.</source>
        <translation>Voor het patiëntenportaal of beveiligde mail.</translation>
    </message>
    <message>
        <source>For:</source>
        <translation>Voor:</translation>
    </message>
    <message>
        <source>For: name on the sheet</source>
        <translation>Voor: naam op het blad</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergeet</translation>
    </message>
    <message>
        <source>Found again after a crash</source>
        <translation>Teruggevonden na een storing</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>vrijdag</translation>
    </message>
    <message>
        <source>From 12 to 15 years child and parent both say yes.</source>
        <translation>Van 12 tot en met 15 jaar zeggen kind en ouder allebei ja.</translation>
    </message>
    <message>
        <source>From a ZIP…</source>
        <translation>Uit een ZIP…</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Uit een bestand…</translation>
    </message>
    <message>
        <source>From a folder or stick…</source>
        <translation>Van een map of stick…</translation>
    </message>
    <message>
        <source>From here</source>
        <translation>Vanaf hier</translation>
    </message>
    <message>
        <source>From us, and unchanged.</source>
        <translation>Van ons, en niet veranderd.</translation>
    </message>
    <message>
        <source>Give information that fits</source>
        <translation>Geef gerichte informatie</translation>
    </message>
    <message>
        <source>Give it on paper or as a file: these hold all of it.</source>
        <translation>Geef hem op papier of als bestand mee: daar past alles op.</translation>
    </message>
    <message>
        <source>Give paper only</source>
        <translation>Alleen papier meegeven</translation>
    </message>
    <message>
        <source>Give this computer new keys? What was sealed before stays valid.</source>
        <translation>Deze computer nieuwe sleutels geven? Wat eerder verzegeld is, blijft geldig.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Verder</translation>
    </message>
    <message>
        <source>Go on recording</source>
        <translation>Verder</translation>
    </message>
    <message>
        <source>Go on to speaking</source>
        <translation>Naar inspreken</translation>
    </message>
    <message>
        <source>Go on to typing</source>
        <translation>Naar typen</translation>
    </message>
    <message>
        <source>Go on with this one</source>
        <translation>Hiermee verder</translation>
    </message>
    <message>
        <source>Go on without listening</source>
        <translation>Verder zonder te luisteren</translation>
    </message>
    <message>
        <source>Going to the printer…</source>
        <translation>Gaat naar de printer…</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groep</translation>
    </message>
    <message>
        <source>Half a minute is enough.
One message for each heading.</source>
        <translation>Een halve minuut is genoeg.
Eén boodschap bij elk kopje.</translation>
    </message>
    <message>
        <source>Hand over later</source>
        <translation>Later meegeven</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Meegegeven</translation>
    </message>
    <message>
        <source>Handed over: {ways}</source>
        <translation>Meegegeven: {ways}</translation>
    </message>
    <message>
        <source>Handing over</source>
        <translation>Meegeven</translation>
    </message>
    <message>
        <source>Hash of the sound</source>
        <translation>Hash van het geluid</translation>
    </message>
    <message>
        <source>Hash of the text</source>
        <translation>Hash van de tekst</translation>
    </message>
    <message>
        <source>Have it typed</source>
        <translation>Laten typen</translation>
    </message>
    <message>
        <source>Hear it again</source>
        <translation>Nog eens</translation>
    </message>
    <message>
        <source>Hear it to its end before it goes home.</source>
        <translation>Luister het helemaal af voordat het meegaat.</translation>
    </message>
    <message>
        <source>Heard to its end. Is everything right?</source>
        <translation>Helemaal gehoord. Klopt alles?</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hulp</translation>
    </message>
    <message>
        <source>Help for the talk</source>
        <translation>Hulp bij het gesprek</translation>
    </message>
    <message>
        <source>Help with Naklank</source>
        <translation>Hulp bij Naklank</translation>
    </message>
    <message>
        <source>Hide them</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>How does the operation go?</source>
        <translation>Hoe gaat de operatie?</translation>
    </message>
    <message>
        <source>How does the sound that goes home begin and end?</source>
        <translation>Hoe begint en eindigt het geluid dat mee naar huis gaat?</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Hoe ver het is</translation>
    </message>
    <message>
        <source>How far the recording has played</source>
        <translation>Hoe ver de opname is afgespeeld</translation>
    </message>
    <message>
        <source>How fast the recording is played</source>
        <translation>Hoe snel de opname wordt afgespeeld</translation>
    </message>
    <message>
        <source>How many copies</source>
        <translation>Hoeveel exemplaren</translation>
    </message>
    <message>
        <source>How many people the group has</source>
        <translation>Hoeveel mensen de groep heeft</translation>
    </message>
    <message>
        <source>How may it leave the room? What you turn off leaves the screen.</source>
        <translation>Hoe mag het de kamer uit? Wat u uitzet, verdwijnt van het scherm.</translation>
    </message>
    <message>
        <source>How much of the sound has been typed</source>
        <translation>Hoeveel van het geluid is getypt</translation>
    </message>
    <message>
        <source>How old is the patient, or who decides?</source>
        <translation>Hoe oud is de patiënt, of wie beslist?</translation>
    </message>
    <message>
        <source>How shall recordings be protected?</source>
        <translation>Hoe worden opnamen beschermd?</translation>
    </message>
    <message>
        <source>I name nobody.</source>
        <translation>Ik noem niemand bij naam.</translation>
    </message>
    <message>
        <source>I said it wrong</source>
        <translation>Ik zei het verkeerd</translation>
    </message>
    <message>
        <source>I will briefly sum up our talk and record that, so that the computer can type it.</source>
        <translation>Ik vat ons gesprek kort samen en neem dat op, zodat de computer het kan typen.</translation>
    </message>
    <message>
        <source>I will briefly sum up our talk and record that.</source>
        <translation>Ik vat ons gesprek kort samen en neem dat op.</translation>
    </message>
    <message>
        <source>I will briefly sum up our talk and you record that with your phone: the sound, no film. My computer listens too, to type it for you.</source>
        <translation>Ik vat ons gesprek kort samen en u neemt dat op met uw telefoon: het geluid, geen film. Mijn computer luistert mee om het voor u te typen.</translation>
    </message>
    <message>
        <source>I will sum up our talk and type it for you. Nothing is recorded.</source>
        <translation>Ik vat ons gesprek samen en typ dat voor u uit. Er wordt niets opgenomen.</translation>
    </message>
    <message>
        <source>If Naklank breaks down, this recording is lost.</source>
        <translation>Valt Naklank uit, dan is deze opname verloren.</translation>
    </message>
    <message>
        <source>If you like: so you hear whether you said it clearly.</source>
        <translation>Als u wilt: zo hoort u of u het duidelijk hebt gezegd.</translation>
    </message>
    <message>
        <source>In Dutch</source>
        <translation>In het Nederlands</translation>
    </message>
    <message>
        <source>In English</source>
        <translation>In het Engels</translation>
    </message>
    <message>
        <source>In a key file</source>
        <translation>In een sleutelbestand</translation>
    </message>
    <message>
        <source>In about half a minute Naklank looks whether all works on this computer. The microphone opens for two seconds, at the start: speak then. Nothing is recorded or kept.</source>
        <translation>Naklank kijkt in ongeveer een halve minuut of alles werkt op deze computer. De microfoon gaat aan het begin twee seconden open: praat dan even. Er wordt niets opgenomen of bewaard.</translation>
    </message>
    <message>
        <source>In memory only</source>
        <translation>Alleen in het geheugen</translation>
    </message>
    <message>
        <source>In one go, silent for a moment after each.</source>
        <translation>Achter elkaar, met na elk woord even stilte.</translation>
    </message>
    <message>
        <source>In simple Dutch</source>
        <translation>In eenvoudig Nederlands</translation>
    </message>
    <message>
        <source>In the Word template {file} something is wrong here: “{place}” ({why}). It is not used. Look for a brace or an end that is missing.</source>
        <translation>In het Word-sjabloon {file} klopt hier iets niet: “{place}” ({why}). Het wordt niet gebruikt. Zoek naar een accolade of een einde dat ontbreekt.</translation>
    </message>
    <message>
        <source>In the Word template {file} the field {name} is missing, so a part of the sheet would be lost. It is not used. Put that field in; the help lists the fields.</source>
        <translation>In het Word-sjabloon {file} ontbreekt het veld {name}. Dan gaat een deel van het blad verloren. Het wordt niet gebruikt. Zet dat veld erin; de velden staan in de help.</translation>
    </message>
    <message>
        <source>In the evening</source>
        <translation>Avond</translation>
    </message>
    <message>
        <source>In the keyring of this computer</source>
        <translation>In de sleutelbos van deze computer</translation>
    </message>
    <message>
        <source>In which folder?</source>
        <translation>In welke map?</translation>
    </message>
    <message>
        <source>In which words?</source>
        <translation>In welke woorden?</translation>
    </message>
    <message>
        <source>In {folder} lies no speech model that Naklank knows (found: {found}). Nothing was copied. Choose a folder or ZIP file with one of these: {known}.</source>
        <translation>In {folder} staat geen spraakmodel dat Naklank kent (gevonden: {found}). Er is niets gekopieerd. Kies een map of ZIP-bestand met een van deze: {known}.</translation>
    </message>
    <message>
        <source>Inside: {package}</source>
        <translation>Zit in: {package}</translation>
    </message>
    <message>
        <source>Install a model in the settings, under Speech. Until then the text is typed by hand.</source>
        <translation>Zet een model op deze computer bij Instellingen, onder Spraak. Tot dan typt u de tekst zelf.</translation>
    </message>
    <message>
        <source>Install the model again in the settings, under Speech, or choose another one there.</source>
        <translation>Zet het model opnieuw op deze computer bij Instellingen, onder Spraak, of kies daar een ander.</translation>
    </message>
    <message>
        <source>Install the newer Naklank again, or look the settings over.</source>
        <translation>Zet de nieuwere Naklank weer op deze computer, of loop de instellingen na.</translation>
    </message>
    <message>
        <source>Install {model} again in the settings, under Speech, or choose another model there.</source>
        <translation>Zet {model} opnieuw op deze computer bij Instellingen, onder Spraak, of kies daar een ander model.</translation>
    </message>
    <message>
        <source>Installing and managing (for IT)</source>
        <translation>Installeren en beheren (voor ICT)</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>Tolk</translation>
    </message>
    <message>
        <source>Interpreter speaks</source>
        <translation>Tolk spreekt</translation>
    </message>
    <message>
        <source>Interrupted at {places}</source>
        <translation>Onderbroken bij {places}</translation>
    </message>
    <message>
        <source>Interrupted at {places} and {rest} more</source>
        <translation>Onderbroken bij {places} en nog {rest} keer</translation>
    </message>
    <message>
        <source>Is a model being downloaded, or is the print server another computer? Then it is that. Else tell whoever manages this computer.</source>
        <translation>Wordt er een model opgehaald, of is de printserver een andere computer? Dan is het dat. Meld het anders uw ICT-beheerder.</translation>
    </message>
    <message>
        <source>Is this file unchanged, and from us?</source>
        <translation>Is dit bestand niet veranderd, en van ons?</translation>
    </message>
    <message>
        <source>It calls itself {name}; the name was not checked, and anybody can call themselves so. Ask that practice for its certificate, and compare the number.</source>
        <translation>Noemt zich {name}; de naam is niet gecontroleerd en iedereen kan zich zo noemen. Vraag die praktijk om haar certificaat en vergelijk het nummer.</translation>
    </message>
    <message>
        <source>It calls itself {name}; the name was not checked, and it is no seal of a summary.</source>
        <translation>Noemt zich {name}; de naam is niet gecontroleerd, en het is geen zegel van een samenvatting.</translation>
    </message>
    <message>
        <source>It failed</source>
        <translation>Dat ging niet</translation>
    </message>
    <message>
        <source>It is being typed…</source>
        <translation>Het wordt getypt…</translation>
    </message>
    <message>
        <source>It is checked byte by byte, without a network. Then Naklank types with it.</source>
        <translation>Het wordt byte voor byte gecontroleerd, zonder netwerk. Daarna typt Naklank ermee.</translation>
    </message>
    <message>
        <source>It is not handed over by this. You can show the code again.</source>
        <translation>De tekst is zo niet meegegeven. U kunt de code nog eens tonen.</translation>
    </message>
    <message>
        <source>It is right</source>
        <translation>Klopt</translation>
    </message>
    <message>
        <source>It plays along with the text and stops at each place that must be right.</source>
        <translation>Het geluid loopt mee met de tekst en stopt bij elk punt dat moet kloppen.</translation>
    </message>
    <message>
        <source>It stops behind each one. K: right. Enter in the text: change it. {undo}: undo.</source>
        <translation>Stopt na elk punt. K: klopt. Enter in de tekst: verbeteren. {undo}: terug.</translation>
    </message>
    <message>
        <source>It was stolen</source>
        <translation>Die is gestolen</translation>
    </message>
    <message>
        <source>Its code: {code}</source>
        <translation>Code: {code}</translation>
    </message>
    <message>
        <source>Its old sound goes as soon as the new one is there; the rest stays.</source>
        <translation>Het oude geluid ervan verdwijnt zodra het nieuwe er is; de rest blijft.</translation>
    </message>
    <message>
        <source>Its seals are known here from now on.</source>
        <translation>De zegels van die praktijk zijn hier vanaf nu bekend.</translation>
    </message>
    <message>
        <source>Its seals are unknown here from now on.</source>
        <translation>De zegels van die praktijk zijn hier vanaf nu onbekend.</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Logboek</translation>
    </message>
    <message>
        <source>Journal went on without its end mark</source>
        <translation>Logboek vervolgd zonder eindmerk</translation>
    </message>
    <message>
        <source>Keep a Word document for the practice</source>
        <translation>Een Word-document voor de praktijk bewaren</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Niet wissen</translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation>Open laten</translation>
    </message>
    <message>
        <source>Keeping and deleting</source>
        <translation>Bewaren en wissen</translation>
    </message>
    <message>
        <source>Kept on this computer, to be handed over later.</source>
        <translation>Bewaard op deze computer, om later mee te geven.</translation>
    </message>
    <message>
        <source>Kept to be handed over later</source>
        <translation>Bewaard om later mee te geven</translation>
    </message>
    <message>
        <source>Key: F1. F3 shows the keys of this page.</source>
        <translation>Toets: F1. F3 toont de toetsen op deze bladzijde.</translation>
    </message>
    <message>
        <source>Key: {key}</source>
        <translation>Toets: {key}</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>Sleutelbos</translation>
    </message>
    <message>
        <source>Keys are in memory only: what is recorded now stays only as long as Naklank is open.</source>
        <translation>Sleutels staan alleen in het geheugen: wat nu wordt opgenomen, blijft alleen zolang Naklank open is.</translation>
    </message>
    <message>
        <source>Keys of a foot pedal: click a field and press the pedal</source>
        <translation>Toetsen van een voetpedaal: klik op een vak en druk op het pedaal</translation>
    </message>
    <message>
        <source>Keys of this page</source>
        <translation>Toetsen op deze bladzijde</translation>
    </message>
    <message>
        <source>Kind:</source>
        <translation>Soort:</translation>
    </message>
    <message>
        <source>Know the seal of another practice</source>
        <translation>Het zegel van een andere praktijk kennen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Language of the screen</source>
        <translation>Taal van het scherm</translation>
    </message>
    <message>
        <source>Language that is spoken, and of the sheet</source>
        <translation>Taal die gesproken wordt, en van het blad</translation>
    </message>
    <message>
        <source>Large print</source>
        <translation>Grote letters</translation>
    </message>
    <message>
        <source>Large text</source>
        <translation>Grote tekst</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Niet nu</translation>
    </message>
    <message>
        <source>Leaflets and films</source>
        <translation>Folders en films</translation>
    </message>
    <message>
        <source>Leaflets and films of your practice, one on each line</source>
        <translation>Folders en films van uw praktijk, op elke regel één</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Laat het</translation>
    </message>
    <message>
        <source>Leave it so</source>
        <translation>Zo laten</translation>
    </message>
    <message>
        <source>Leave it there</source>
        <translation>Laten staan</translation>
    </message>
    <message>
        <source>Length in seconds</source>
        <translation>Duur in seconden</translation>
    </message>
    <message>
        <source>Let another practice know your seal</source>
        <translation>Een andere praktijk uw zegel laten kennen</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licentie</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>Licentie: {licence}</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licenties</translation>
    </message>
    <message>
        <source>Licences…</source>
        <translation>Licenties…</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Line {first} is missing.</source>
        <translation>Regel {first} ontbreekt.</translation>
    </message>
    <message>
        <source>Line {first} was changed after it was written.</source>
        <translation>Regel {first} is gewijzigd nadat hij geschreven was.</translation>
    </message>
    <message>
        <source>Lines of the journal, the newest on top</source>
        <translation>Regels van het logboek, de nieuwste bovenaan</translation>
    </message>
    <message>
        <source>Lines {first} to {last} are missing.</source>
        <translation>Regels {first} tot en met {last} ontbreken.</translation>
    </message>
    <message>
        <source>Lines {first} to {last} were changed after they were written.</source>
        <translation>Regels {first} tot en met {last} zijn gewijzigd nadat ze geschreven waren.</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Luisteren</translation>
    </message>
    <message>
        <source>Listen along from this word on</source>
        <translation>Meeluisteren vanaf dit woord</translation>
    </message>
    <message>
        <source>Listen along {speed}x</source>
        <translation>Meeluisteren {speed}×</translation>
    </message>
    <message>
        <source>Listen along, {speed} times as fast</source>
        <translation>Meeluisteren, {speed} keer zo snel</translation>
    </message>
    <message>
        <source>Listen to the end</source>
        <translation>Luister nog tot het einde</translation>
    </message>
    <message>
        <source>Listen to the recording</source>
        <translation>Luister naar de opname</translation>
    </message>
    <message>
        <source>Listening a second time.</source>
        <translation>Het geluid wordt nog een keer beluisterd.</translation>
    </message>
    <message>
        <source>Logo, at the top of every sheet</source>
        <translation>Logo, boven aan elk blad</translation>
    </message>
    <message>
        <source>Look for a mute button on the microphone and in the settings of this computer.</source>
        <translation>Kijk of de microfoon is uitgezet: met een knop op de microfoon zelf, of bij de instellingen van deze computer.</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>Zoek op</translation>
    </message>
    <message>
        <source>Looking at what was read…</source>
        <translation>Er wordt gekeken naar wat u voorlas…</translation>
    </message>
    <message>
        <source>Looking at: {item}.</source>
        <translation>Bekeken wordt: {item}.</translation>
    </message>
    <message>
        <source>Looking which model that is…</source>
        <translation>Naklank kijkt welk model dat is…</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Bezig met kijken…</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>Luidspreker</translation>
    </message>
    <message>
        <source>MICROPHONE IS GONE, PLEASE WAIT</source>
        <translation>MICROFOON WEG, EVEN WACHTEN</translation>
    </message>
    <message>
        <source>Make a backup…</source>
        <translation>Maak een reservekopie…</translation>
    </message>
    <message>
        <source>Make an archive of a model, to carry to other computers.</source>
        <translation>Maak een archief van een model, om naar andere computers mee te nemen.</translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation>Weer opnieuw doen</translation>
    </message>
    <message>
        <source>Make room soon: what does not fit cannot be recorded.</source>
        <translation>Maak binnenkort ruimte: wat er niet op past, kan niet worden opgenomen.</translation>
    </message>
    <message>
        <source>Make room, or choose another folder in the settings, under Keeping and deleting.</source>
        <translation>Maak ruimte, of kies een andere map bij Instellingen, onder Bewaren en wissen.</translation>
    </message>
    <message>
        <source>Make what goes home of a sound file.</source>
        <translation>Maak van een geluidsbestand wat mee naar huis gaat.</translation>
    </message>
    <message>
        <source>Making the page and the sound.</source>
        <translation>Het blad en het geluid worden gemaakt.</translation>
    </message>
    <message>
        <source>Meanwhile: {question}</source>
        <translation>Intussen: {question}</translation>
    </message>
    <message>
        <source>Measure this computer</source>
        <translation>Meet deze computer</translation>
    </message>
    <message>
        <source>Measure which model this computer can bear.</source>
        <translation>Meet welk model deze computer aankan.</translation>
    </message>
    <message>
        <source>Measured. {name} is advised for this computer.</source>
        <translation>Gemeten. Voor deze computer is {name} aanbevolen.</translation>
    </message>
    <message>
        <source>Measuring this computer. That takes 20 seconds at most.</source>
        <translation>Deze computer wordt gemeten. Dat duurt hooguit 20 seconden.</translation>
    </message>
    <message>
        <source>Measuring. This takes 20 seconds at most.</source>
        <translation>Er wordt gemeten. Dat duurt hooguit 20 seconden.</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Geheugen</translation>
    </message>
    <message>
        <source>Memory stick</source>
        <translation>Stick</translation>
    </message>
    <message>
        <source>Memory sticks that are plugged in: {count}.</source>
        <translation>Sticks die in de computer zitten: {count}.</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Microfoon</translation>
    </message>
    <message>
        <source>Microphone is closed</source>
        <translation>Microfoon is dicht</translation>
    </message>
    <message>
        <source>Microphone: {name}</source>
        <translation>Microfoon: {name}</translation>
    </message>
    <message>
        <source>Mind</source>
        <translation>Pas op</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>maandag</translation>
    </message>
    <message>
        <source>More computers may be added from this one</source>
        <translation>Vanaf deze computer mogen er meer bij komen</translation>
    </message>
    <message>
        <source>More places may follow</source>
        <translation>Er kunnen nog punten bijkomen</translation>
    </message>
    <message>
        <source>Naklank cannot keep this on the disk yet: nobody has chosen where its key lies. It stays as long as Naklank is open. Choose it in the settings, under Keeping and deleting.</source>
        <translation>Naklank kan dit nog niet op de schijf bewaren: niemand heeft gekozen waar de sleutel komt. Het blijft staan zolang Naklank open is. Kies het bij Instellingen, onder Bewaren en wissen.</translation>
    </message>
    <message>
        <source>Naklank cannot reach the safe in which this computer keeps its keys (the keyring). What was recorded stays where it is, encrypted: nothing of it is lost, played or deleted. Unlock that safe, or log in to this computer anew, and try again; if it stays so, ask whoever manages this computer.</source>
        <translation>Naklank kan niet bij de kluis waarin deze computer zijn sleutels bewaart (de sleutelbos). Wat is opgenomen blijft versleuteld staan waar het staat: er is niets van kwijt, afgespeeld of gewist. Ontgrendel die kluis, of meld u opnieuw aan op deze computer, en probeer het nog eens; blijft het zo, vraag dan wie deze computer beheert.</translation>
    </message>
    <message numerus="yes">
        <source>Naklank cannot read {count} summaries now: the keyring does not answer or the file is damaged.</source>
        <translation>
            <numerusform>{count} samenvatting kan Naklank nu niet lezen: de sleutelbos antwoordt niet of het bestand is beschadigd.</numerusform>
            <numerusform>{count} samenvattingen kan Naklank nu niet lezen: de sleutelbos antwoordt niet of het bestand is beschadigd.</numerusform>
        </translation>
    </message>
    <message>
        <source>Naklank cannot record now. Unlock the keyring or log in anew; else ask whoever manages this computer.</source>
        <translation>Naklank kan nu niet opnemen. Ontgrendel de sleutelbos of meld u opnieuw aan; helpt dat niet, vraag het dan uw ICT-beheerder.</translation>
    </message>
    <message>
        <source>Naklank cannot write in its own folder {folder}. The sound is untouched. Give it the right to write there, or set NAKLANK_HOME to another folder.</source>
        <translation>Naklank kan niet schrijven in zijn eigen map {folder}. Het geluid is onaangeroerd. Geef er schrijfrecht op, of zet NAKLANK_HOME op een andere map.</translation>
    </message>
    <message>
        <source>Naklank cannot write in the folder {folder}. Nothing was written. The sound is untouched. Choose another folder.</source>
        <translation>Naklank kan niet schrijven in de map {folder}. Er is niets geschreven. Het geluid is onaangeroerd. Kies een andere map.</translation>
    </message>
    <message>
        <source>Naklank finds no microphone {device}. Nothing is being recorded. Plug it in, or choose another one in the settings, and start again.</source>
        <translation>Naklank vindt geen microfoon {device}. Er wordt niets opgenomen. Sluit hem aan, of kies een andere bij de instellingen, en begin opnieuw.</translation>
    </message>
    <message>
        <source>Naklank has a connection to another computer ({connections}).</source>
        <translation>Naklank heeft verbinding met een andere computer ({connections}).</translation>
    </message>
    <message>
        <source>Naklank hears nobody speak in this recording. The sound is kept. Listen to it, record it again, or type the text yourself.</source>
        <translation>Naklank hoort niemand spreken in deze opname. Het geluid is bewaard. Luister ernaar, neem opnieuw op, of typ de tekst zelf.</translation>
    </message>
    <message>
        <source>Naklank hears noise and no voice. Come closer to the microphone. If that does not help: pause, and choose another one in the settings.</source>
        <translation>Naklank hoort ruis en geen stem. Kom dichter bij de microfoon. Helpt dat niet: neem pauze en kies een andere bij de instellingen.</translation>
    </message>
    <message>
        <source>Naklank is already open on this computer. Go on in that window.</source>
        <translation>Naklank staat al open op deze computer. Ga verder in dat venster.</translation>
    </message>
    <message>
        <source>Naklank knows no speech model {model}. Choose one of these: {known}.</source>
        <translation>Naklank kent geen spraakmodel {model}. Kies een van deze: {known}.</translation>
    </message>
    <message>
        <source>Naklank now records in the folder {folder}. What was recorded stays.</source>
        <translation>Naklank neemt nu op in de map {folder}. Wat al is opgenomen, blijft staan.</translation>
    </message>
    <message>
        <source>Naklank sees no encryption of the disk.</source>
        <translation>Naklank ziet geen versleuteling van de schijf.</translation>
    </message>
    <message>
        <source>Naklank self-test, {moment}</source>
        <translation>Zelftest van Naklank, {moment}</translation>
    </message>
    <message>
        <source>Naklank then deletes the sound, which served the typing, and the text.</source>
        <translation>Daarna wist Naklank het geluid, dat voor het typen diende, en de tekst.</translation>
    </message>
    <message>
        <source>Naklank then deletes what it kept.</source>
        <translation>Naklank wist dan wat het bewaarde.</translation>
    </message>
    <message>
        <source>Naklank types with what it brought along. A larger model makes fewer mistakes. Only a download uses the network; it goes on while you work. Without a network: Settings, Speech.</source>
        <translation>Naklank typt met wat het zelf meebracht. Een groter model maakt minder fouten. Alleen downloaden gebruikt het netwerk; het gaat door terwijl u werkt. Zonder netwerk: Instellingen, Spraak.</translation>
    </message>
    <message>
        <source>Naklank works on this computer. Read what is marked with “mind this”.</source>
        <translation>Naklank werkt op deze computer. Lees wat er bij “let op” staat.</translation>
    </message>
    <message>
        <source>Naklank {naklank}, Python {python}, Qt {qt}, faster-whisper {engine}, CTranslate2 {decoder}, typst {printing}; {system}, {processor}, cores: {cores}.</source>
        <translation>Naklank {naklank}, Python {python}, Qt {qt}, faster-whisper {engine}, CTranslate2 {decoder}, typst {printing}; {system}, {processor}, kernen: {cores}.</translation>
    </message>
    <message>
        <source>Naklank&apos;s own folder</source>
        <translation>De eigen map van Naklank</translation>
    </message>
    <message>
        <source>Name of the practice, as it stands on the sheet</source>
        <translation>Naam van de praktijk, zoals die op het blad staat</translation>
    </message>
    <message>
        <source>Names and terms of your practice, one on each line</source>
        <translation>Namen en termen van uw praktijk, één per regel</translation>
    </message>
    <message>
        <source>Never mind</source>
        <translation>Toch niet</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Nieuwe sleutels</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Verder</translation>
    </message>
    <message>
        <source>Next topic</source>
        <translation>Volgend kopje</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nee</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>Geen map</translation>
    </message>
    <message>
        <source>No is fine: the microphone stays closed. What suits better?</source>
        <translation>Nee is goed: de microfoon blijft dicht. Wat past beter?</translation>
    </message>
    <message>
        <source>No logo</source>
        <translation>Geen logo</translation>
    </message>
    <message>
        <source>No longer on the clipboard. Is the text in the record?</source>
        <translation>Niet meer op het klembord. Staat de tekst in het dossier?</translation>
    </message>
    <message>
        <source>No memory stick is plugged in. None is needed now.</source>
        <translation>Er zit geen stick in de computer. Dat hoeft nu ook niet.</translation>
    </message>
    <message>
        <source>No microphone found</source>
        <translation>Geen microfoon gevonden</translation>
    </message>
    <message>
        <source>No microphone found. Nothing is being recorded. Plug one in and start again.</source>
        <translation>Geen microfoon gevonden. Er wordt niets opgenomen. Sluit er een aan en begin opnieuw.</translation>
    </message>
    <message>
        <source>No microphone found. Plug one in, or choose to type without one.</source>
        <translation>Geen microfoon gevonden. Sluit er een aan, of kies typen, zonder microfoon.</translation>
    </message>
    <message>
        <source>No printer was found</source>
        <translation>Geen printer gevonden</translation>
    </message>
    <message>
        <source>No seal.</source>
        <translation>Geen zegel.</translation>
    </message>
    <message>
        <source>No sound comes out of the microphone: is it muted, or may Naklank not use it?</source>
        <translation>Er komt geen geluid uit de microfoon: staat hij op stil, of mag Naklank hem niet gebruiken?</translation>
    </message>
    <message>
        <source>No sound comes out: turn the loudspeaker on.</source>
        <translation>Er komt geen geluid uit: zet de luidspreker aan.</translation>
    </message>
    <message>
        <source>No telephone numbers for the sheet are filled in yet: Settings, Telephone numbers.</source>
        <translation>Voor het blad zijn nog geen telefoonnummers ingevuld: Instellingen, Telefoonnummers.</translation>
    </message>
    <message>
        <source>No template</source>
        <translation>Geen eigen sjabloon</translation>
    </message>
    <message>
        <source>No words were heard. Look at the microphone and try again.</source>
        <translation>Er zijn geen woorden gehoord. Kijk de microfoon na en probeer het nog eens.</translation>
    </message>
    <message>
        <source>Nobody can tell whether earlier lines are missing: the key or the end mark is not there.</source>
        <translation>Niemand kan zeggen of er eerdere regels ontbreken: de sleutel of het eindmerk is er niet.</translation>
    </message>
    <message>
        <source>Nobody can tell whether line {first} is true: the key or the end mark is not there.</source>
        <translation>Niemand kan zeggen of regel {first} klopt: de sleutel of het eindmerk is er niet.</translation>
    </message>
    <message>
        <source>Nobody can tell whether lines {first} to {last} are complete and unchanged: the key or the end mark is not there.</source>
        <translation>Niemand kan zeggen of regels {first} tot en met {last} compleet en ongewijzigd zijn: de sleutel of het eindmerk is er niet.</translation>
    </message>
    <message>
        <source>Nobody speaks in {file}. Nothing was made. Listen to the file yourself.</source>
        <translation>In {file} spreekt niemand. Er is niets gemaakt. Luister zelf naar het bestand.</translation>
    </message>
    <message>
        <source>Nobody was heard, so nothing was kept. What was recorded before still stands. Look at the microphone, and record it again.</source>
        <translation>Er is niemand gehoord, dus er is niets bewaard. Wat er al was opgenomen, is er nog. Kijk naar de microfoon en neem het opnieuw op.</translation>
    </message>
    <message>
        <source>None of the parts of Naklank that were looked at ({processes}) has a connection to another computer.</source>
        <translation>Geen van de delen van Naklank die bekeken zijn ({processes}) heeft verbinding met een andere computer.</translation>
    </message>
    <message>
        <source>Not all agree</source>
        <translation>Niet allen</translation>
    </message>
    <message>
        <source>Not checked yet: the computer types what it hears.</source>
        <translation>Nog niet nagekeken: de computer typt wat hij hoort.</translation>
    </message>
    <message>
        <source>Not measured yet on this computer.</source>
        <translation>Nog niet gemeten op deze computer.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nu niet</translation>
    </message>
    <message>
        <source>Not readable.</source>
        <translation>Niet te lezen.</translation>
    </message>
    <message>
        <source>Not recorded yet</source>
        <translation>Nog niet opgenomen</translation>
    </message>
    <message>
        <source>Not tried: too little memory is free for it now.</source>
        <translation>Niet geprobeerd: er is nu te weinig geheugen voor vrij.</translation>
    </message>
    <message>
        <source>Not {expected} words with clear pauses (heard: {found}). What was recorded before stays. Read them again, and be silent for a moment after each.</source>
        <translation>Geen {expected} woorden met duidelijke pauzes (gehoord: {found}). De vorige opname blijft. Lees ze opnieuw voor, met na elk woord even stilte.</translation>
    </message>
    <message>
        <source>Nothing can be opened once Naklank is closed. If Naklank or the computer fails, the recording is lost.</source>
        <translation>Na het sluiten is niets meer te openen. Valt Naklank of de computer uit, dan is de opname verloren.</translation>
    </message>
    <message>
        <source>Nothing can be typed without a speech model.</source>
        <translation>Zonder spraakmodel kan er niets getypt worden.</translation>
    </message>
    <message>
        <source>Nothing can be written on the stick {stick}: it is locked. Text and sound are kept. Look for a small switch on it, or take another stick.</source>
        <translation>Op de stick {stick} kan niets worden gezet: hij is vergrendeld. Tekst en geluid zijn bewaard. Kijk of er een schuifje op zit of neem een andere stick.</translation>
    </message>
    <message>
        <source>Nothing handed over</source>
        <translation>Niets meegegeven</translation>
    </message>
    <message>
        <source>Nothing is recorded and nothing is kept.</source>
        <translation>Er wordt niets opgenomen en niets bewaard.</translation>
    </message>
    <message>
        <source>Nothing is recorded.</source>
        <translation>Er wordt niets opgenomen.</translation>
    </message>
    <message>
        <source>Nothing is written</source>
        <translation>Er wordt niets geschreven</translation>
    </message>
    <message>
        <source>Nothing more that could be plainer.</source>
        <translation>Er is niets meer dat eenvoudiger kan.</translation>
    </message>
    <message>
        <source>Nothing of it is kept.</source>
        <translation>Er blijft niets van bewaard.</translation>
    </message>
    <message>
        <source>Nothing stands in the journal yet.</source>
        <translation>Er staat nog niets in het logboek.</translation>
    </message>
    <message>
        <source>Nothing that computer sealed counts here any more. Do the same on your other computers.</source>
        <translation>Niets wat die computer verzegelde telt hier nog. Doe hetzelfde op uw andere computers.</translation>
    </message>
    <message>
        <source>Nothing that computer {number} ever sealed counts any more, also what patients have at home. This cannot be undone.</source>
        <translation>Niets wat computer {number} ooit verzegeld heeft telt dan nog, ook niet wat patiënten thuis hebben. Dit kan niet ongedaan worden gemaakt.</translation>
    </message>
    <message>
        <source>Nothing that must be heard apart</source>
        <translation>Geen losse punten</translation>
    </message>
    <message>
        <source>Nothing was found that could be plainer.</source>
        <translation>Niets gevonden dat eenvoudiger kan.</translation>
    </message>
    <message>
        <source>Nothing was handed over. Delete the text all the same?</source>
        <translation>Er is niets meegegeven. De tekst toch wissen?</translation>
    </message>
    <message>
        <source>Nothing was handed over. Delete the text and the sound all the same?</source>
        <translation>Er is niets meegegeven. Tekst en geluid toch wissen?</translation>
    </message>
    <message>
        <source>Nothing was recorded. Present: {people}</source>
        <translation>Er is niets opgenomen. Aanwezig: {people}</translation>
    </message>
    <message>
        <source>Nothing went wrong so far.</source>
        <translation>Er is nog niets misgegaan.</translation>
    </message>
    <message>
        <source>Now: {sentence}</source>
        <translation>Nu: {sentence}</translation>
    </message>
    <message>
        <source>Number of a computer that was stolen: nothing it sealed counts any more.</source>
        <translation>Nummer van een gestolen computer: niets wat die verzegelde telt nog.</translation>
    </message>
    <message>
        <source>Number of the computer that was stolen</source>
        <translation>Nummer van de gestolen computer</translation>
    </message>
    <message>
        <source>On battery everything is typed after the stop.</source>
        <translation>Op de accu wordt alles na het stoppen getypt.</translation>
    </message>
    <message>
        <source>On the stick {stick} lies the speech model {name}. Copy it to this computer?</source>
        <translation>Op de stick {stick} staat het spraakmodel {name}. Overnemen op deze computer?</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Nog een keer</translation>
    </message>
    <message>
        <source>One moment: the key for this recording is being made.</source>
        <translation>Even wachten: de sleutel voor deze opname wordt gemaakt.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Even wachten…</translation>
    </message>
    <message>
        <source>One more question</source>
        <translation>Nog één vraag</translation>
    </message>
    <message>
        <source>One to two minutes is enough.
Three messages at most, the most important one first.
Say a date, not “tomorrow”.</source>
        <translation>Een tot twee minuten is genoeg.
Hooguit drie boodschappen, de belangrijkste eerst.
Zeg een datum, niet “morgen”.</translation>
    </message>
    <message>
        <source>Only a download uses the network, and nothing of a patient goes along. Without a network: bring a model on a stick.</source>
        <translation>Alleen downloaden gebruikt het netwerk, en er gaat niets van een patiënt mee. Geen netwerk? Neem een model mee op een stick.</translation>
    </message>
    <message>
        <source>Only the places that must be right</source>
        <translation>Alleen de punten die moeten kloppen</translation>
    </message>
    <message>
        <source>Only the text, without the patient&apos;s name.</source>
        <translation>Alleen de tekst, zonder de naam van de patiënt.</translation>
    </message>
    <message>
        <source>Only what you take is changed. The sound stays as it is, and what changes at a place to be heard, you check again.</source>
        <translation>Alleen wat u overneemt, verandert. Het geluid blijft zoals het is. Verandert er iets bij een punt, dan luistert u dat punt opnieuw na.</translation>
    </message>
    <message>
        <source>Only where this sheet replaces an older one: the code at the bottom of that one.</source>
        <translation>Alleen als dit blad een ouder blad vervangt: de code onderaan het oude.</translation>
    </message>
    <message>
        <source>Only {free_bytes} GB is free where recordings go.</source>
        <translation>Er is maar {free_bytes} GB vrij waar de opnamen komen.</translation>
    </message>
    <message>
        <source>Only {free_bytes} GB is free; the speech model takes {needed_bytes} GB.</source>
        <translation>Er is maar {free_bytes} GB vrij; het spraakmodel neemt {needed_bytes} GB.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Open Naklank again when the download is done. It is silent then.</source>
        <translation>Open Naklank opnieuw als het model binnen is. Dan is het weer stil.</translation>
    </message>
    <message>
        <source>Open the settings, fill them in again and save. The old file was kept.</source>
        <translation>Open de instellingen, vul ze opnieuw in en bewaar ze. Het oude bestand is er nog.</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Opening and closing</source>
        <translation>Begin en einde</translation>
    </message>
    <message>
        <source>Or in your own words.</source>
        <translation>Of in uw eigen woorden.</translation>
    </message>
    <message>
        <source>Or in your own words. The day and the month follow on it.</source>
        <translation>Of in uw eigen woorden. De dag en de maand komen erachter.</translation>
    </message>
    <message>
        <source>Other words for this place</source>
        <translation>Andere woorden voor deze plek</translation>
    </message>
    <message>
        <source>Our words again</source>
        <translation>Onze woorden terug</translation>
    </message>
    <message>
        <source>Out of doubt or worry</source>
        <translation>Uit twijfel of zorg</translation>
    </message>
    <message>
        <source>Over three minutes. Enough for today? The rest can wait for another talk.</source>
        <translation>Langer dan drie minuten. Genoeg voor vandaag? De rest kan in een volgend gesprek.</translation>
    </message>
    <message>
        <source>Over three quarters of a minute: short is remembered best.</source>
        <translation>Langer dan drie kwart minuut: kort wordt het best onthouden.</translation>
    </message>
    <message>
        <source>Over two minutes. What comes now is remembered less: round off.</source>
        <translation>Meer dan twee minuten. Wat nu nog komt, wordt minder onthouden: rond af.</translation>
    </message>
    <message>
        <source>Own folder</source>
        <translation>Eigen map</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>Pagina {page} van {count}</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Bladzijden van de instellingen</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Paper only</source>
        <translation>Alleen papier</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>Ouder</translation>
    </message>
    <message>
        <source>Parts of Naklank</source>
        <translation>Onderdelen van Naklank</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Wachtzin</translation>
    </message>
    <message>
        <source>Pasted in the record</source>
        <translation>Geplakt in het dossier</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patiënt</translation>
    </message>
    <message>
        <source>Patient of 16 or older</source>
        <translation>Patiënt van 16 of ouder</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pauze</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pauze</translation>
    </message>
    <message>
        <source>Perhaps only the keyring is locked: then these can be read again once it is unlocked. Delete all the same what cannot be read now ({count})?</source>
        <translation>Misschien is alleen de sleutelbos op slot: dan zijn ze weer te lezen als die open is. Toch wissen wat nu niet te lezen is ({count})?</translation>
    </message>
    <message>
        <source>Plainer</source>
        <translation>Eenvoudiger</translation>
    </message>
    <message>
        <source>Plainer words</source>
        <translation>Eenvoudiger woorden</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Afspelen</translation>
    </message>
    <message>
        <source>Play and stop</source>
        <translation>Afspelen en stoppen</translation>
    </message>
    <message>
        <source>Play any sound, and hear whether it comes.</source>
        <translation>Speel een geluid af en hoor of het komt.</translation>
    </message>
    <message>
        <source>Play for the phone</source>
        <translation>Afspelen voor de telefoon</translation>
    </message>
    <message>
        <source>Play the sound</source>
        <translation>Geluid afspelen</translation>
    </message>
    <message>
        <source>Play the sound for the patient&apos;s phone</source>
        <translation>Het geluid afspelen voor de telefoon van de patiënt</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>Afspelen van het geluid</translation>
    </message>
    <message>
        <source>Playing. Be quiet, please.</source>
        <translation>Wij spelen af. Even stil, graag.</translation>
    </message>
    <message>
        <source>Plug in a loudspeaker or headphones: the text is checked by ear.</source>
        <translation>Sluit een luidspreker of koptelefoon aan: de tekst wordt op gehoor nagekeken.</translation>
    </message>
    <message>
        <source>Plug in a stick to give sound and sheet along.</source>
        <translation>Steek een stick in om het geluid en het blad mee te geven.</translation>
    </message>
    <message>
        <source>Plug in a stick to give the sheet along.</source>
        <translation>Steek een stick in om het blad mee te geven.</translation>
    </message>
    <message>
        <source>Plug in a stick to give the sound along.</source>
        <translation>Steek een stick in om het geluid mee te geven.</translation>
    </message>
    <message>
        <source>Plug it in again, or choose another microphone in the settings of Naklank.</source>
        <translation>Trek de stekker eruit en steek hem er weer in, of kies een andere microfoon bij de instellingen van Naklank.</translation>
    </message>
    <message>
        <source>Plug one in, or choose another microphone in the settings of Naklank.</source>
        <translation>Sluit een microfoon aan, of kies een andere bij de instellingen van Naklank.</translation>
    </message>
    <message>
        <source>Point the camera of your phone at the code.</source>
        <translation>Richt de camera van uw telefoon op de code.</translation>
    </message>
    <message>
        <source>Poster (A4) and desk card (A6): that patients may record</source>
        <translation>Poster (A4) en kaartje voor op het bureau (A6): dat patiënten mogen opnemen</translation>
    </message>
    <message>
        <source>Poster as PDF…</source>
        <translation>Poster als PDF…</translation>
    </message>
    <message>
        <source>Practice and doctors</source>
        <translation>Praktijk en artsen</translation>
    </message>
    <message>
        <source>Press the key</source>
        <translation>Druk op de toets</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Afdrukken</translation>
    </message>
    <message>
        <source>Print 4 desk cards</source>
        <translation>4 kaartjes afdrukken</translation>
    </message>
    <message>
        <source>Print the poster</source>
        <translation>Poster afdrukken</translation>
    </message>
    <message>
        <source>Print the sheet</source>
        <translation>Het blad afdrukken</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printer voor het blad</translation>
    </message>
    <message>
        <source>Printers that this computer knows: {count}.</source>
        <translation>Printers die deze computer kent: {count}.</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Printen</translation>
    </message>
    <message>
        <source>Privacy: a start for your DPIA</source>
        <translation>Privacy: een begin voor uw DPIA</translation>
    </message>
    <message>
        <source>Put a backup in…</source>
        <translation>Zet een reservekopie erin…</translation>
    </message>
    <message>
        <source>Put in</source>
        <translation>Neem over</translation>
    </message>
    <message>
        <source>Put in: {word}</source>
        <translation>Neem over: {word}</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>QR-code</translation>
    </message>
    <message>
        <source>QR code with the practice&apos;s certificate</source>
        <translation>QR-code met het certificaat van de praktijk</translation>
    </message>
    <message>
        <source>QR code with the text of the sheet</source>
        <translation>QR-code met de tekst van het blad</translation>
    </message>
    <message>
        <source>Quicker. A word that is missing from the text, such as “geen”, is not noticed.</source>
        <translation>Sneller, maar u merkt niet dat een woord ontbreekt, zoals “geen”.</translation>
    </message>
    <message>
        <source>RECORDING</source>
        <translation>OPNAME LOOPT</translation>
    </message>
    <message>
        <source>RECORDING, INTERPRETER SPEAKS</source>
        <translation>OPNAME, TOLK SPREEKT</translation>
    </message>
    <message>
        <source>Read along</source>
        <translation>Meelezen</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Voorlezen</translation>
    </message>
    <message>
        <source>Read the models that are here and compare every byte.</source>
        <translation>Lees de modellen die hier staan en vergelijk elke byte.</translation>
    </message>
    <message>
        <source>Read the number aloud to the other practice: it must see the same one.</source>
        <translation>Lees het nummer voor aan de andere praktijk: die moet hetzelfde zien.</translation>
    </message>
    <message>
        <source>Read these aloud once, word for word. The agree page then has a key that says them, for a patient who cannot see. Delete them under Opening and closing.</source>
        <translation>Lees deze teksten één keer voor, woord voor woord. De bladzijde Afspreken heeft dan een toets die ze zegt, voor een patiënt die niet ziet. Wissen kan bij Begin en einde.</translation>
    </message>
    <message>
        <source>Reading the licences…</source>
        <translation>De licenties worden gelezen…</translation>
    </message>
    <message>
        <source>Reading the models…</source>
        <translation>De modellen worden gelezen…</translation>
    </message>
    <message>
        <source>Reading the sound.</source>
        <translation>Het geluid wordt gelezen.</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>Ready speaking</source>
        <translation>Klaar met inspreken</translation>
    </message>
    <message>
        <source>Ready up to {time} of {whole}.</source>
        <translation>Klaar tot {time} van {whole}.</translation>
    </message>
    <message>
        <source>Ready. This is a draft: nobody has checked the text by ear.</source>
        <translation>Klaar. Dit is een concept: niemand heeft de tekst op gehoor nagekeken.</translation>
    </message>
    <message>
        <source>Recommended for this computer: {model}.</source>
        <translation>Aanbevolen voor deze computer: {model}.</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Opnemen</translation>
    </message>
    <message>
        <source>Record again</source>
        <translation>Opnieuw opnemen</translation>
    </message>
    <message>
        <source>Record later</source>
        <translation>Straks opnemen</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Opgenomen</translation>
    </message>
    <message numerus="yes">
        <source>Recording again, with {device}. {count} seconds are missing: you hear that place later.</source>
        <translation>
            <numerusform>De opname loopt weer, met {device}. Er ontbreekt {count} seconde: die plek luistert u straks na.</numerusform>
            <numerusform>De opname loopt weer, met {device}. Er ontbreken {count} seconden: die plek luistert u straks na.</numerusform>
        </translation>
    </message>
    <message>
        <source>Recording deleted</source>
        <translation>Opname gewist</translation>
    </message>
    <message>
        <source>Recording it themselves, for their own use, is allowed to every patient.</source>
        <translation>Zelf opnemen voor eigen gebruik mag.</translation>
    </message>
    <message>
        <source>Recording waits for this answer. If you do not choose now, Naklank asks it again as you start to record. It can always be changed: Settings, Keeping and deleting.</source>
        <translation>Opnemen wacht op dit antwoord. Kiest u nu niet, dan vraagt Naklank het opnieuw als u een opname start. Veranderen kan altijd: Instellingen, Bewaren en wissen.</translation>
    </message>
    <message>
        <source>Relative</source>
        <translation>Naaste</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Remove the logo</source>
        <translation>Logo weghalen</translation>
    </message>
    <message>
        <source>Remove the model {name} from this computer? You can download it again.</source>
        <translation>Het model {name} van deze computer verwijderen? U kunt het opnieuw downloaden.</translation>
    </message>
    <message>
        <source>Remove: {who}</source>
        <translation>Weg: {who}</translation>
    </message>
    <message>
        <source>Removing {name}…</source>
        <translation>Het model {name} wordt verwijderd…</translation>
    </message>
    <message>
        <source>Replaces sheet</source>
        <translation>Vervangt blad</translation>
    </message>
    <message>
        <source>Replaces:</source>
        <translation>Vervangt:</translation>
    </message>
    <message>
        <source>Representative</source>
        <translation>Vertegenwoordiger</translation>
    </message>
    <message>
        <source>Room on the disk</source>
        <translation>Ruimte op de schijf</translation>
    </message>
    <message>
        <source>Run the self-test again and speak in the first seconds. If it stays so: put the microphone nearer, or turn it up in the settings of this computer.</source>
        <translation>Doe de zelftest nog een keer en praat in de eerste seconden. Blijft het zo: zet de microfoon dichterbij, of zet hem harder bij de instellingen van deze computer.</translation>
    </message>
    <message>
        <source>Run the self-test once more. If it stays so, ask whoever manages this computer.</source>
        <translation>Doe de zelftest nog een keer. Blijft het zo, vraag het dan uw ICT-beheerder.</translation>
    </message>
    <message>
        <source>Run the self-test once more. If it stays so, choose another model in the settings, or type the text by hand.</source>
        <translation>Doe de zelftest nog een keer. Blijft het zo, kies dan een ander model bij Instellingen, of typ de tekst zelf.</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>zaterdag</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Save it to a folder</source>
        <translation>In een map bewaren</translation>
    </message>
    <message>
        <source>Save the certificate…</source>
        <translation>Bewaar het certificaat…</translation>
    </message>
    <message>
        <source>Save the template that ships…</source>
        <translation>Bewaar het sjabloon van Naklank…</translation>
    </message>
    <message>
        <source>Save there</source>
        <translation>Daar bewaren</translation>
    </message>
    <message>
        <source>Save to a folder…</source>
        <translation>Bewaren in een map…</translation>
    </message>
    <message>
        <source>Save where?</source>
        <translation>Waar bewaren?</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Bewaard als {file}.</translation>
    </message>
    <message>
        <source>Say a sentence, as you do in the consultation, such as: {example} Then press “Ready”.</source>
        <translation>Zeg een zin, zoals in het spreekuur, bijvoorbeeld: {example} Druk daarna op “Klaar”.</translation>
    </message>
    <message>
        <source>Say again what stands before the headings.
Its old sound goes afterwards.</source>
        <translation>Zeg opnieuw wat vóór de kopjes staat.
Het oude geluid ervan verdwijnt daarna.</translation>
    </message>
    <message>
        <source>Say all of it again.
The old sound goes afterwards.</source>
        <translation>Zeg alles opnieuw.
Het oude geluid verdwijnt daarna.</translation>
    </message>
    <message>
        <source>Say the heading aloud, then the message</source>
        <translation>Zeg het kopje hardop, dan de boodschap</translation>
    </message>
    <message>
        <source>Say “{topic}” again, all of it.
Its old sound goes afterwards.</source>
        <translation>Zeg “{topic}” helemaal opnieuw.
Het oude geluid ervan verdwijnt daarna.</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>Zegel</translation>
    </message>
    <message>
        <source>Seal of {name}, number {number}. This computer has number {computer}: write it down, for when it is stolen.</source>
        <translation>Zegel van {name}, nummer {number}. Deze computer heeft nummer {computer}: schrijf het op, voor als hij gestolen wordt.</translation>
    </message>
    <message>
        <source>Sealed on a stolen computer.</source>
        <translation>Verzegeld op een gestolen computer.</translation>
    </message>
    <message>
        <source>Sealed on computer {number}.</source>
        <translation>Verzegeld op computer {number}.</translation>
    </message>
    <message>
        <source>Search by name or licence</source>
        <translation>Zoek op naam of licentie</translation>
    </message>
    <message>
        <source>See whether the models on this computer are whole.</source>
        <translation>Kijk of de modellen op deze computer heel zijn.</translation>
    </message>
    <message>
        <source>Self-test</source>
        <translation>Zelftest</translation>
    </message>
    <message>
        <source>Self-test…</source>
        <translation>Zelftest…</translation>
    </message>
    <message>
        <source>Set by whoever manages this computer.</source>
        <translation>Vastgezet door wie deze computer beheert.</translation>
    </message>
    <message>
        <source>Set the clock of this computer. If it is right, ask for a newer Naklank.</source>
        <translation>Zet de klok van deze computer goed. Klopt hij al, vraag dan om een nieuwere Naklank.</translation>
    </message>
    <message>
        <source>Set the clock of this computer: the wrong date would stand on each sheet.</source>
        <translation>Zet de klok van deze computer goed: anders staat op elk blad een verkeerde datum.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>Settings and policy could be read.</source>
        <translation>De instellingen en het beleid van de praktijk zijn goed te lezen.</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Blad</translation>
    </message>
    <message>
        <source>Show it as QR</source>
        <translation>Toon als QR</translation>
    </message>
    <message>
        <source>Show the models, and what to expect of each.</source>
        <translation>Toon de modellen en wat u van elk kunt verwachten.</translation>
    </message>
    <message>
        <source>Show the question: {question}</source>
        <translation>De vraag tonen: {question}</translation>
    </message>
    <message>
        <source>Show the text as a QR code</source>
        <translation>De tekst als QR-code tonen</translation>
    </message>
    <message>
        <source>Silence on the network</source>
        <translation>Stilte op het netwerk</translation>
    </message>
    <message>
        <source>Slow, yet the best: text {seconds} after you stop ({how}).</source>
        <translation>Traag, wel het beste: tekst {seconds} na het spreken ({how}).</translation>
    </message>
    <message>
        <source>Slow: text {seconds} after you stop ({how}).</source>
        <translation>Traag: tekst {seconds} na het spreken ({how}).</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Langzamer</translation>
    </message>
    <message>
        <source>Somebody says no: the microphone stays closed. Choose typing.</source>
        <translation>Iemand zegt nee: de microfoon blijft dicht. Kies typen.</translation>
    </message>
    <message>
        <source>Something is not good. Read what is marked with “not good”, and mend it.</source>
        <translation>Er is iets niet goed. Lees wat er bij “niet goed” staat, en los het op.</translation>
    </message>
    <message>
        <source>Something went wrong that we did not foresee ({kind}). The sound is untouched. The place in the program stands in {log}; nothing of what was said does.</source>
        <translation>Er ging iets mis dat wij niet hadden voorzien ({kind}). Het geluid is onaangeroerd. De plaats in het programma staat in {log}; daar staat niets in van wat er gezegd is.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Geluid</translation>
    </message>
    <message>
        <source>Sound and paper</source>
        <translation>Geluid en papier</translation>
    </message>
    <message>
        <source>Sound and paper must say the same, and the sound is wrong. What now?</source>
        <translation>Geluid en papier moeten hetzelfde zeggen, en het geluid klopt niet. Wat nu?</translation>
    </message>
    <message>
        <source>Sound deleted after the typing</source>
        <translation>Geluid gewist na het typen</translation>
    </message>
    <message>
        <source>Sound is missing here</source>
        <translation>Hier ontbreekt geluid</translation>
    </message>
    <message>
        <source>Sound is right</source>
        <translation>Geluid klopt</translation>
    </message>
    <message>
        <source>Sound only</source>
        <translation>Alleen geluid</translation>
    </message>
    <message>
        <source>Sound only, no film. Naklank listens to type the paper.</source>
        <translation>Alleen geluid, geen film. Naklank luistert mee om het papier te typen.</translation>
    </message>
    <message>
        <source>Sound was cut here</source>
        <translation>Hier is geluid geknipt</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Spatie</translation>
    </message>
    <message>
        <source>Speak for two seconds: the microphone listens, and nothing is kept.</source>
        <translation>Praat twee seconden: de microfoon luistert, en er wordt niets bewaard.</translation>
    </message>
    <message>
        <source>Speak it again</source>
        <translation>Opnieuw inspreken</translation>
    </message>
    <message>
        <source>Speak more</source>
        <translation>Meer inspreken</translation>
    </message>
    <message>
        <source>Speak now</source>
        <translation>Spreek maar</translation>
    </message>
    <message>
        <source>Speak what stands before the headings again</source>
        <translation>Wat vóór de kopjes staat, opnieuw inspreken</translation>
    </message>
    <message>
        <source>Speak “{topic}” again</source>
        <translation>“{topic}” opnieuw inspreken</translation>
    </message>
    <message>
        <source>Speaking</source>
        <translation>Inspreken</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>Spraak</translation>
    </message>
    <message>
        <source>Speech model</source>
        <translation>Spraakmodel</translation>
    </message>
    <message>
        <source>Spoken: Dutch</source>
        <translation>U spreekt Nederlands</translation>
    </message>
    <message>
        <source>Spoken: English</source>
        <translation>U spreekt Engels</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Start counting</source>
        <translation>Aftellen</translation>
    </message>
    <message>
        <source>Start recording</source>
        <translation>Opname starten</translation>
    </message>
    <message>
        <source>Still agreed</source>
        <translation>Nog steeds akkoord</translation>
    </message>
    <message>
        <source>Still here</source>
        <translation>Nog hier</translation>
    </message>
    <message>
        <source>Still here: {count}</source>
        <translation>Nog hier: {count}</translation>
    </message>
    <message>
        <source>Stolen: computer {number}</source>
        <translation>Gestolen: computer {number}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Stopped at your request. Nothing was written. The sound is untouched.</source>
        <translation>Gestopt op uw verzoek. Er is niets geschreven. Het geluid is onaangeroerd.</translation>
    </message>
    <message>
        <source>Stopped at your request. What came is kept; next time it goes on there.</source>
        <translation>Gestopt op uw verzoek. Wat binnen is, blijft bewaard; de volgende keer gaat het daar verder.</translation>
    </message>
    <message>
        <source>Stopped. Not all of it was played.</source>
        <translation>Gestopt. Niet alles is afgespeeld.</translation>
    </message>
    <message>
        <source>Suitable: text {seconds} after you stop ({how}).</source>
        <translation>Geschikt: tekst {seconds} na het spreken ({how}).</translation>
    </message>
    <message>
        <source>Summaries and sound are untouched. Export the journal as it is now, and tell whoever manages this computer.</source>
        <translation>De samenvattingen en het geluid zijn onaangeroerd. Exporteer het logboek zoals het nu is en meld het aan wie deze computer beheert.</translation>
    </message>
    <message>
        <source>Summaries that wait on this computer</source>
        <translation>Samenvattingen die op deze computer wachten</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Samenvatting</translation>
    </message>
    <message>
        <source>Summary of {moment}</source>
        <translation>Samenvatting van {moment}</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>zondag</translation>
    </message>
    <message>
        <source>Take care: these files do not belong together. They are of different hand-overs.</source>
        <translation>Let op: deze bestanden horen niet bij elkaar. Ze zijn op verschillende momenten meegegeven.</translation>
    </message>
    <message>
        <source>Take sheet and stick back.</source>
        <translation>Neem blad en stick terug.</translation>
    </message>
    <message>
        <source>Take the agreement back and delete all</source>
        <translation>Toestemming intrekken en alles wissen</translation>
    </message>
    <message>
        <source>Take the sheet back.</source>
        <translation>Neem het blad terug.</translation>
    </message>
    <message>
        <source>Take the stick back.</source>
        <translation>Neem de stick terug.</translation>
    </message>
    <message>
        <source>Take your time. Say what you know, and be silent when that is needed.</source>
        <translation>Neem de tijd. Zeg wat u weet, en wees stil als dat nodig is.</translation>
    </message>
    <message>
        <source>Talk about that first. Say what you worry about yourself as well. A second talk or a second opinion may help more than a recording.</source>
        <translation>Praat daar eerst over. Zeg ook waar u zich zelf zorgen over maakt. Een tweede gesprek of een second opinion helpt misschien meer dan een opname.</translation>
    </message>
    <message>
        <source>Telephone interpreter</source>
        <translation>Telefoontolk</translation>
    </message>
    <message>
        <source>Telephone numbers</source>
        <translation>Telefoonnummers</translation>
    </message>
    <message>
        <source>Tell of files whether they are ours and unchanged, or whether the journal is.</source>
        <translation>Zeg van bestanden of ze van ons en niet veranderd zijn, of van het logboek.</translation>
    </message>
    <message>
        <source>Tell whoever manages this computer: that file must be mended.</source>
        <translation>Meld het uw ICT-beheerder: dat bestand moet hersteld worden.</translation>
    </message>
    <message>
        <source>Ten seconds of speech were typed well in {seconds} s ({model}, cores: {cores}).</source>
        <translation>Tien seconden spraak zijn goed getypt in {seconds} s ({model}, kernen: {cores}).</translation>
    </message>
    <message>
        <source>Ten seconds of speech were typed well, but it took {seconds} s ({model}, cores: {cores}).</source>
        <translation>Tien seconden spraak zijn goed getypt, maar dat duurde {seconds} s ({model}, kernen: {cores}).</translation>
    </message>
    <message>
        <source>Test microphone, typing, keyring, printer and more; half a minute.</source>
        <translation>Test microfoon, typen, sleutelbos, printer en meer; een halve minuut.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>Text is right</source>
        <translation>Tekst klopt</translation>
    </message>
    <message>
        <source>Text of the QR code of a practice&apos;s certificate</source>
        <translation>Tekst van de QR-code van het certificaat van een praktijk</translation>
    </message>
    <message>
        <source>Text typed by the computer</source>
        <translation>Tekst getypt door de computer</translation>
    </message>
    <message>
        <source>That address is of no use: it must begin with https:// or http://.</source>
        <translation>Dat adres is niet bruikbaar: het moet beginnen met https:// of http://.</translation>
    </message>
    <message>
        <source>That works, and is less safe: keys in files can be copied, keys in memory are lost in a crash. Ask whoever manages this computer for a keyring.</source>
        <translation>Dat werkt, maar is minder veilig: sleutels in bestanden kunnen gekopieerd worden, sleutels in het geheugen gaan bij een crash verloren. Vraag uw ICT-beheerder om een sleutelbos.</translation>
    </message>
    <message>
        <source>The 12 months</source>
        <translation>De 12 maanden</translation>
    </message>
    <message>
        <source>The 31 days</source>
        <translation>De 31 dagen</translation>
    </message>
    <message>
        <source>The Word template {file} cannot be read. No document was made; text and sound are kept. Put it back, or choose another one in the settings.</source>
        <translation>Het Word-sjabloon {file} is niet te lezen. Er is geen document gemaakt; tekst en geluid zijn bewaard. Zet het terug, of kies een ander bij de instellingen.</translation>
    </message>
    <message>
        <source>The Word template {file} is not a Word document (.docx), or it is damaged. It is not used. Save it in Word as a document, or choose another one.</source>
        <translation>Het Word-sjabloon {file} is geen Word-document (.docx), of het is beschadigd. Het wordt niet gebruikt. Sla het in Word op als document, of kies een ander.</translation>
    </message>
    <message>
        <source>The Word template {file} names a field {name} that Naklank does not have, here: “{place}”. It is not used. Correct that name in Word; the help lists the fields.</source>
        <translation>Het Word-sjabloon {file} noemt een veld {name} dat Naklank niet heeft, hier: “{place}”. Het wordt niet gebruikt. Verbeter die naam in Word; de velden staan in de help.</translation>
    </message>
    <message>
        <source>The Word template {file} shows or starts something that is not in the file itself ({what}). It is not used. Put the picture into the document, or take it out.</source>
        <translation>Het Word-sjabloon {file} toont of start iets dat niet in het bestand zelf zit ({what}). Het wordt niet gebruikt. Zet het plaatje in het document zelf, of haal het weg.</translation>
    </message>
    <message>
        <source>The answer is for the two of you. Naklank does not keep it.</source>
        <translation>Het antwoord blijft tussen u beiden. Naklank bewaart het niet.</translation>
    </message>
    <message>
        <source>The answer is the exit status, of several files the highest: 0 ours and unchanged, 3 a practice that was imported before, 4 an unknown signer, 5 changed, 6 no seal, 7 not readable.</source>
        <translation>Het antwoord is de afsluitcode, van meer bestanden de hoogste: 0 van ons en niet veranderd, 3 een praktijk die eerder is ingelezen, 4 een onbekende, 5 veranderd, 6 geen zegel, 7 niet te lezen.</translation>
    </message>
    <message>
        <source>The chosen model {name} is not on this computer, so nothing is typed. Sound is kept. Plug in a stick with it, download it, or choose one that is here and save.</source>
        <translation>Het gekozen model {name} staat niet op deze computer, dus er wordt niets getypt. Geluid blijft bewaard. Steek een stick met het model in, download het, of kies er een dat hier staat en bewaar.</translation>
    </message>
    <message>
        <source>The clock of this computer cannot be right ({moment}), so the files get no seal. Sound and text are safe: hand them over as usual. Have the clock set.</source>
        <translation>De klok van deze computer kan niet kloppen ({moment}), dus de bestanden krijgen geen zegel. Geluid en tekst zijn veilig: geef ze gewoon mee. Laat de klok goed zetten.</translation>
    </message>
    <message>
        <source>The clock says {clock}. That can be right.</source>
        <translation>De klok staat op {clock}. Dat kan kloppen.</translation>
    </message>
    <message>
        <source>The clock says {clock}. This version of Naklank is from {released}, years before.</source>
        <translation>De klok staat op {clock}. Deze versie van Naklank is van {released}, jaren daarvoor.</translation>
    </message>
    <message>
        <source>The clock says {clock}. This version of Naklank is newer than that ({released}).</source>
        <translation>De klok staat op {clock}. Deze versie van Naklank is nieuwer dan dat ({released}).</translation>
    </message>
    <message>
        <source>The computer could not check its own text. So hear all of it, to the end.</source>
        <translation>De computer kon zijn tekst niet nagaan. Luister daarom alles af.</translation>
    </message>
    <message>
        <source>The computer has slept, so the recording is paused. All until then is kept. Go on when both of you are ready, or stop here.</source>
        <translation>De computer heeft geslapen, daarom staat de opname op pauze. Alles tot dat moment is bewaard. Ga verder als u er beiden klaar voor bent, of stop hier.</translation>
    </message>
    <message>
        <source>The computer misheard it</source>
        <translation>De computer verstond het verkeerd</translation>
    </message>
    <message>
        <source>The computer was too busy for a moment: a bit of sound is lost. Say your last sentence again.</source>
        <translation>De computer was even te druk: er is een stukje geluid verloren. Zeg uw laatste zin nog eens.</translation>
    </message>
    <message>
        <source>The computer&apos;s own choice</source>
        <translation>De keuze van de computer zelf</translation>
    </message>
    <message>
        <source>The computer&apos;s text then takes the place of what you typed. Go on?</source>
        <translation>De tekst van de computer komt dan in de plaats van wat u getypt hebt. Doorgaan?</translation>
    </message>
    <message>
        <source>The disk does not give back all that was recorded. What is missing is marked. Listen to those places, or record it again, and have the disk looked at.</source>
        <translation>De schijf geeft niet alles terug wat is opgenomen. Wat ontbreekt is gemerkt. Luister naar die plekken, of neem opnieuw op, en laat de schijf nakijken.</translation>
    </message>
    <message>
        <source>The disk is almost full: there is room for five minutes at most. Round off soon.</source>
        <translation>De schijf is bijna vol: er is nog plaats voor hooguit vijf minuten. Rond zo af.</translation>
    </message>
    <message>
        <source>The disk is full. All until {time} is kept. Choose another folder and go on, or stop here.</source>
        <translation>De schijf is vol. Alles tot {time} is bewaard. Kies een andere map en ga verder, of stop hier.</translation>
    </message>
    <message>
        <source>The disk is full. All until {time} is kept. Make room and go on, or stop here.</source>
        <translation>De schijf is vol. Alles tot {time} is bewaard. Maak ruimte en ga verder, of stop hier.</translation>
    </message>
    <message>
        <source>The disk is full. All until {time} is kept; the last word may be missing. Make room before the next recording.</source>
        <translation>De schijf is vol. Alles tot {time} is bewaard; het laatste woord kan ontbreken. Maak ruimte voor de volgende opname.</translation>
    </message>
    <message>
        <source>The disk is full: nothing was recorded. Make room and start again.</source>
        <translation>De schijf is vol: er is niets opgenomen. Maak ruimte en begin opnieuw.</translation>
    </message>
    <message>
        <source>The disk of {folder} is full. Nothing was written. The sound is untouched. Make room or choose another folder.</source>
        <translation>De schijf van {folder} is vol. Er is niets geschreven. Het geluid is onaangeroerd. Maak ruimte of kies een andere map.</translation>
    </message>
    <message>
        <source>The disk where Naklank keeps its data is encrypted.</source>
        <translation>De schijf waar Naklank zijn gegevens bewaart is versleuteld.</translation>
    </message>
    <message>
        <source>The disk where recordings go is full.</source>
        <translation>De schijf waar de opnamen komen is vol.</translation>
    </message>
    <message>
        <source>The download is not allowed there. Ask whoever manages this network, or copy the model from a stick.</source>
        <translation>De download is daar niet toegestaan. Vraag het de beheerder van dit netwerk of kopieer het model van een stick.</translation>
    </message>
    <message>
        <source>The end is missing: line {first}.</source>
        <translation>Het einde ontbreekt: regel {first}.</translation>
    </message>
    <message>
        <source>The end is missing: lines {first} to {last}.</source>
        <translation>Het einde ontbreekt: regels {first} tot en met {last}.</translation>
    </message>
    <message>
        <source>The file is not there. Check the address of the mirror, or leave it empty.</source>
        <translation>Het bestand staat daar niet. Kijk het adres van de mirror na of laat het leeg.</translation>
    </message>
    <message>
        <source>The files could not be sealed, and go home without a seal. Sound and text are safe: hand them over as usual. If it stays so, tell whoever manages this computer.</source>
        <translation>De bestanden konden niet verzegeld worden en gaan zonder zegel mee. Geluid en tekst zijn veilig: geef ze gewoon mee. Blijft het zo, vertel het dan aan wie deze computer beheert.</translation>
    </message>
    <message>
        <source>The folder {folder} is on another computer: who may open it can hear and read this. Save it there all the same?</source>
        <translation>De map {folder} staat op een andere computer: wie erin mag, kan dit horen en lezen. Toch daar bewaren?</translation>
    </message>
    <message>
        <source>The folder “{folder}” stays.</source>
        <translation>De map “{folder}” blijft staan.</translation>
    </message>
    <message>
        <source>The headings of</source>
        <translation>De kopjes van</translation>
    </message>
    <message>
        <source>The journal does not know code {code}.</source>
        <translation>Het logboek kent code {code} niet.</translation>
    </message>
    <message numerus="yes">
        <source>The journal is complete and unchanged: {count} lines since {date}.</source>
        <translation>
            <numerusform>Het logboek is compleet en ongewijzigd: één regel, van {date}.</numerusform>
            <numerusform>Het logboek is compleet en ongewijzigd: {count} regels sinds {date}.</numerusform>
        </translation>
    </message>
    <message>
        <source>The journal is kept for</source>
        <translation>Het logboek blijft bewaard</translation>
    </message>
    <message>
        <source>The journal knows a recording of this length, handed over on {moment}. Others can be as long.</source>
        <translation>Het logboek kent een opname van deze lengte, meegegeven op {moment}. Andere opnamen kunnen even lang zijn.</translation>
    </message>
    <message>
        <source>The journal knows code {code}: handed over on {moments}. What stands on the sheet now, the journal does not know.</source>
        <translation>Het logboek kent code {code}: meegegeven op {moments}. Wat er nu op het blad staat, weet het logboek niet.</translation>
    </message>
    <message>
        <source>The journal knows code {code}: handed over on {moment}. This does not say that the content is the same.</source>
        <translation>Het logboek kent code {code}: meegegeven op {moment}. Dat zegt niet dat de inhoud gelijk is gebleven.</translation>
    </message>
    <message>
        <source>The journal knows neither its code nor its length.</source>
        <translation>Het logboek kent geen code of lengte van dit bestand.</translation>
    </message>
    <message>
        <source>The keyring does not answer. The keys are kept in another place ({place}).</source>
        <translation>De sleutelbos antwoordt niet. De sleutels liggen ergens anders ({place}).</translation>
    </message>
    <message>
        <source>The keyring of this computer does not answer, so Naklank cannot record. Nothing is lost. Unlock it or log in anew, and open Naklank again; else ask whoever manages this computer.</source>
        <translation>De sleutelbos van deze computer antwoordt niet, dus Naklank kan niet opnemen. Er is niets verloren. Ontgrendel hem of meld u opnieuw aan, en open Naklank opnieuw; vraag het anders wie deze computer beheert.</translation>
    </message>
    <message>
        <source>The keyring works, but the keys are kept in another place ({place}).</source>
        <translation>De sleutelbos werkt, maar de sleutels liggen ergens anders ({place}).</translation>
    </message>
    <message>
        <source>The keys are in memory only: what is still here cannot be opened any more once Naklank is closed. Close it?</source>
        <translation>De sleutels staan alleen in het geheugen: wat hier nog staat, is na het sluiten niet meer te openen. Toch sluiten?</translation>
    </message>
    <message>
        <source>The licences cannot be read.</source>
        <translation>De licenties zijn niet te lezen.</translation>
    </message>
    <message>
        <source>The logo</source>
        <translation>Het logo</translation>
    </message>
    <message>
        <source>The microphone does not open.</source>
        <translation>De microfoon gaat niet open.</translation>
    </message>
    <message>
        <source>The microphone does not open: another program may hold it, or Naklank may not use it. Nothing is being recorded. Close that program and start again.</source>
        <translation>De microfoon gaat niet open: misschien gebruikt een ander programma hem, of mag Naklank er niet bij. Er wordt niets opgenomen. Sluit dat programma en begin opnieuw.</translation>
    </message>
    <message>
        <source>The microphone gives little sound: {peak_dbfs} dB at its loudest, where 0 is full.</source>
        <translation>De microfoon geeft weinig geluid: op het hardst {peak_dbfs} dB, waar 0 vol is.</translation>
    </message>
    <message>
        <source>The microphone gives sound: {peak_dbfs} dB at its loudest, where 0 is full.</source>
        <translation>De microfoon geeft geluid: op het hardst {peak_dbfs} dB, waar 0 vol is.</translation>
    </message>
    <message>
        <source>The microphone is closed. Ask once more at the end.</source>
        <translation>De microfoon is dicht. Vraag het aan het eind nog eens.</translation>
    </message>
    <message>
        <source>The microphone is not there.</source>
        <translation>De microfoon is er niet.</translation>
    </message>
    <message>
        <source>The microphone is too loud: {peak_dbfs} dB at its loudest, where 0 is full.</source>
        <translation>De microfoon staat te hard: op het hardst {peak_dbfs} dB, waar 0 vol is.</translation>
    </message>
    <message>
        <source>The microphone opens and gives nothing but silence.</source>
        <translation>De microfoon gaat open, maar geeft alleen stilte.</translation>
    </message>
    <message>
        <source>The microphone opens, but no sound arrives from it.</source>
        <translation>De microfoon gaat open, maar er komt geen geluid uit.</translation>
    </message>
    <message>
        <source>The microphone opens…</source>
        <translation>De microfoon gaat aan…</translation>
    </message>
    <message>
        <source>The microphone stays closed: no yes is needed for it.</source>
        <translation>De microfoon blijft dicht: daar is geen ja voor nodig.</translation>
    </message>
    <message>
        <source>The microphone {device} does not open: another program may hold it, or Naklank may not use it. Nothing is being recorded. Close that program and start again.</source>
        <translation>De microfoon {device} gaat niet open: misschien gebruikt een ander programma hem, of mag Naklank er niet bij. Er wordt niets opgenomen. Sluit dat programma en begin opnieuw.</translation>
    </message>
    <message>
        <source>The microphone {device} gives no more sound. All until now is kept. Naklank looks for it, or takes another one: wait before you go on speaking.</source>
        <translation>De microfoon {device} geeft geen geluid meer. Alles tot nu toe is bewaard. Naklank zoekt hem, of neemt een andere: wacht even met spreken.</translation>
    </message>
    <message>
        <source>The microphone {device} gives no sound at all. Nothing is being recorded. Plug it in again, or choose another one in the settings, and start again.</source>
        <translation>De microfoon {device} geeft helemaal geen geluid. Er wordt niets opgenomen. Sluit hem opnieuw aan, of kies een andere bij de instellingen, en begin opnieuw.</translation>
    </message>
    <message>
        <source>The model {model} is on this computer, every byte checked.</source>
        <translation>Het model {model} staat op deze computer, elke byte is gecontroleerd.</translation>
    </message>
    <message>
        <source>The model {model} is whole: each part of it is right.</source>
        <translation>Het model {model} is heel: elk stukje ervan klopt.</translation>
    </message>
    <message>
        <source>The model {model} is whole: every byte is right.</source>
        <translation>Het model {model} is heel: elke byte klopt.</translation>
    </message>
    <message>
        <source>The model {model} was deleted from this computer.</source>
        <translation>Het model {model} is van deze computer verwijderd.</translation>
    </message>
    <message>
        <source>The model {name} types what is spoken.</source>
        <translation>Het model {name} typt wat er wordt gezegd.</translation>
    </message>
    <message>
        <source>The number is right</source>
        <translation>Het nummer klopt</translation>
    </message>
    <message>
        <source>The parent decides. The child does not want it? Do not record.</source>
        <translation>De ouder beslist. Wil het kind niet? Neem dan niet op.</translation>
    </message>
    <message>
        <source>The passphrase does not fit this file, or the file is damaged. Nothing was changed. Type it once more.</source>
        <translation>De wachtzin past niet bij dit bestand, of het bestand is beschadigd. Er is niets veranderd. Typ de wachtzin nog een keer.</translation>
    </message>
    <message>
        <source>The passphrase is too short: take at least 12 characters. Nothing was saved.</source>
        <translation>De wachtzin is te kort: neem minstens 12 tekens. Er is niets bewaard.</translation>
    </message>
    <message>
        <source>The passphrase of this file</source>
        <translation>De wachtzin van dit bestand</translation>
    </message>
    <message>
        <source>The patient does not want it? Then do not record either.</source>
        <translation>Wil de patiënt zelf niet? Neem dan ook niet op.</translation>
    </message>
    <message>
        <source>The patient records with their own phone</source>
        <translation>De patiënt neemt zelf op met de telefoon</translation>
    </message>
    <message>
        <source>The patient&apos;s phone records</source>
        <translation>De telefoon van de patiënt neemt op</translation>
    </message>
    <message>
        <source>The patient&apos;s phone records the loudspeaker.</source>
        <translation>De telefoon van de patiënt neemt de luidspreker op.</translation>
    </message>
    <message>
        <source>The place for keys that was set by whoever manages this computer cannot be used, so Naklank cannot record. Nothing is lost. Tell them.</source>
        <translation>De plaats voor de sleutels is vastgezet door wie deze computer beheert, maar is niet te gebruiken. Naklank kan niet opnemen. Er is niets verloren. Meld het daar.</translation>
    </message>
    <message>
        <source>The place where keys are kept ({place}) does not answer.</source>
        <translation>De plek waar de sleutels liggen ({place}) antwoordt niet.</translation>
    </message>
    <message>
        <source>The policy file is faulty, so not all of it holds.</source>
        <translation>Het beleidsbestand is fout, dus niet alles daarvan geldt.</translation>
    </message>
    <message>
        <source>The policy file {file} is faulty, so not all of it holds. Tell whoever manages this computer. Your sound is untouched.</source>
        <translation>Het beleidsbestand {file} klopt niet, dus niet alles daarin geldt. Meld het aan wie deze computer beheert. Uw geluid is onaangeroerd.</translation>
    </message>
    <message>
        <source>The practice has no copy of it yet.</source>
        <translation>De praktijk heeft er nog geen kopie van.</translation>
    </message>
    <message>
        <source>The printer has stopped. Look at it, or choose another one.</source>
        <translation>De printer is gestopt. Kijk bij de printer, of kies een andere.</translation>
    </message>
    <message>
        <source>The printer {printer} did not take the page. Text and sound are kept. Look at the printer and print again, or save to a folder.</source>
        <translation>De printer {printer} nam het blad niet aan. Tekst en geluid zijn bewaard. Kijk naar de printer en druk opnieuw af, of bewaar in een map.</translation>
    </message>
    <message>
        <source>The processor may be too old. Recording and handing over work; type the text by hand.</source>
        <translation>De processor is misschien te oud. Opnemen en meegeven werken wel; typ de tekst zelf.</translation>
    </message>
    <message>
        <source>The proxy of this network asks for a password. Ask whoever manages this computer, or copy the model from a stick.</source>
        <translation>De proxy van dit netwerk vraagt om een wachtwoord. Vraag het uw ICT-beheerder of kopieer het model van een stick.</translation>
    </message>
    <message>
        <source>The public source (huggingface.co)</source>
        <translation>De openbare bron (huggingface.co)</translation>
    </message>
    <message>
        <source>The recording cannot be read from the disk: its file is damaged or gone, or its key does not fit. Nothing was deleted. Try once more; else record it again.</source>
        <translation>De opname kan niet van de schijf gelezen worden: het bestand is beschadigd of weg, of de sleutel past niet. Er is niets gewist. Probeer het nog eens; neem haar anders opnieuw op.</translation>
    </message>
    <message>
        <source>The recording is for you and for whom you want.</source>
        <translation>De opname is voor u en voor wie u wilt.</translation>
    </message>
    <message>
        <source>The report is copied. It names no person and no device.</source>
        <translation>Het verslag is gekopieerd. Er staat geen naam in van een persoon of een apparaat.</translation>
    </message>
    <message>
        <source>The safest: the system&apos;s own safe, open while you are logged in.</source>
        <translation>Het veiligst: de kluis van het systeem zelf, open zolang u bent aangemeld.</translation>
    </message>
    <message>
        <source>The same at night and at the weekend</source>
        <translation>Ook voor nacht en weekend</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>Nog een keer dezelfde</translation>
    </message>
    <message>
        <source>The sample was typed wrongly, in {seconds} s ({model}, cores: {cores}).</source>
        <translation>Het voorbeeld is verkeerd getypt, in {seconds} s ({model}, kernen: {cores}).</translation>
    </message>
    <message>
        <source>The seal is of a computer of {name} that was reported stolen. A thief could have made it, so it proves nothing.</source>
        <translation>Het zegel is van een computer van {name} die als gestolen is gemeld. Een dief kan het gemaakt hebben, dus het bewijst niets.</translation>
    </message>
    <message>
        <source>The seal of the practice cannot be read on this computer, so files get no seal and none can be recognised. Sound and text are safe. Put the backup back in the settings, or begin a new seal there.</source>
        <translation>Het zegel van de praktijk is op deze computer niet te lezen, dus bestanden krijgen geen zegel en geen zegel wordt herkend. Geluid en tekst zijn veilig. Zet de reservekopie terug bij de instellingen, of begin daar een nieuw zegel.</translation>
    </message>
    <message>
        <source>The seal of this practice is made at the first hand-over.</source>
        <translation>Het zegel van deze praktijk wordt gemaakt als er voor het eerst iets meegaat.</translation>
    </message>
    <message>
        <source>The seal speaks of code {code}.</source>
        <translation>Het zegel spreekt van code {code}.</translation>
    </message>
    <message>
        <source>The server has a failure of its own. What came is kept: try again later.</source>
        <translation>De server heeft zelf een storing. Wat binnen is, blijft bewaard: probeer het later opnieuw.</translation>
    </message>
    <message>
        <source>The settings could not be read, so the defaults hold.</source>
        <translation>De instellingen waren niet te lezen. Daarom geldt wat standaard is.</translation>
    </message>
    <message>
        <source>The settings could not be read, so the defaults hold. Fill them in again and save; the old file {file} is kept.</source>
        <translation>De instellingen waren niet te lezen; nu gelden de standaardwaarden. Vul ze opnieuw in en sla op; het oude bestand {file} blijft bewaard.</translation>
    </message>
    <message>
        <source>The sheet</source>
        <translation>Het blad</translation>
    </message>
    <message numerus="yes">
        <source>The sheet is {count} pages long. Shorter is remembered better.</source>
        <translation>
            <numerusform>Het blad is {count} bladzijde lang. Korter blijft beter hangen.</numerusform>
            <numerusform>Het blad is {count} bladzijden lang. Korter blijft beter hangen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The sheet still waits for the printer. Is it on, and has it paper?</source>
        <translation>Het blad wacht nog op de printer. Staat hij aan, en heeft hij papier?</translation>
    </message>
    <message>
        <source>The sheet was not printed any more.</source>
        <translation>Het blad is niet meer geprint.</translation>
    </message>
    <message>
        <source>The sound in {file} is damaged or cut off. Nothing was made of it, because a part would pass for the whole. Copy the file again.</source>
        <translation>Het geluid in {file} is beschadigd of afgekapt. Er is niets van gemaakt, omdat een deel dan voor het geheel zou doorgaan. Kopieer het bestand opnieuw.</translation>
    </message>
    <message>
        <source>The sound is gone: the new sheet says that it was not checked by ear.</source>
        <translation>Het geluid is weg: op het nieuwe blad staat dat het niet op gehoor is nagekeken.</translation>
    </message>
    <message>
        <source>The sound is right.</source>
        <translation>Het geluid klopt.</translation>
    </message>
    <message>
        <source>The sound of this computer is off, so nothing was heard. The sound is kept. Turn the volume up and listen again.</source>
        <translation>Het geluid van deze computer staat uit, dus er is niets gehoord. Het geluid is bewaard. Zet het harder en luister opnieuw.</translation>
    </message>
    <message>
        <source>The sound of this computer is off.</source>
        <translation>Het geluid van deze computer staat uit.</translation>
    </message>
    <message>
        <source>The sound of this hand-over is {length} long.</source>
        <translation>Het geluid van dit meegeven duurt {length}.</translation>
    </message>
    <message>
        <source>The sound then crosses a network. Record at the computer that stands in the room.</source>
        <translation>Het geluid gaat dan over een netwerk. Neem op met de computer die in de kamer staat.</translation>
    </message>
    <message>
        <source>The sound, which served the typing, is deleted.</source>
        <translation>Het geluid, dat voor het typen diende, is gewist.</translation>
    </message>
    <message>
        <source>The speech engine does not run on this computer.</source>
        <translation>De spraakherkenner werkt niet op deze computer.</translation>
    </message>
    <message>
        <source>The speech engine does not work on this computer ({engine}). The sound is untouched. The text must be typed by hand.</source>
        <translation>De spraakherkenner werkt niet op deze computer ({engine}). Het geluid is onaangeroerd. De tekst moet met de hand worden getypt.</translation>
    </message>
    <message>
        <source>The speech engine stopped or hung while it typed.</source>
        <translation>De spraakherkenner stopte of bleef hangen tijdens het typen.</translation>
    </message>
    <message>
        <source>The speech engine {engine} did not answer any more and was stopped. The sound is untouched. Try once more.</source>
        <translation>De spraakherkenner {engine} antwoordde niet meer en is gestopt. Het geluid is onaangeroerd. Probeer het nog eens.</translation>
    </message>
    <message>
        <source>The speech engine {engine} is not installed. The sound is untouched. Install Naklank with the extra of that name, or choose another engine.</source>
        <translation>De spraakherkenner {engine} is niet geïnstalleerd. Het geluid is onaangeroerd. Installeer Naklank met de extra van die naam, of kies een andere.</translation>
    </message>
    <message>
        <source>The speech engine {engine} stopped unexpectedly. The sound is untouched. Try once more.</source>
        <translation>De spraakherkenner {engine} is onverwacht gestopt. Het geluid is onaangeroerd. Probeer het nog eens.</translation>
    </message>
    <message>
        <source>The speech model {model} is damaged or not the real one ({file} in {folder}), so it is not used. The sound is untouched. Install or copy that model again, or choose another one.</source>
        <translation>Het spraakmodel {model} is beschadigd of niet het echte ({file} in {folder}) en wordt niet gebruikt. Het geluid is onaangeroerd. Installeer of kopieer dat model opnieuw of kies een ander.</translation>
    </message>
    <message>
        <source>The speech model {model} is missing or damaged, so {other} types in its place and makes more mistakes. Nothing is lost. Install {model} anew in the settings, or choose another model there.</source>
        <translation>Het spraakmodel {model} ontbreekt of is beschadigd. Daarom typt nu {other}, met meer fouten. Er is niets verloren. Zet {model} opnieuw op deze computer bij Instellingen, of kies daar een ander model.</translation>
    </message>
    <message>
        <source>The speech model {model} is not on this computer, so nothing is typed. The sound is untouched. Plug in the stick with the model, install it in the settings or with naklank models install {model}, or choose another model.</source>
        <translation>Het spraakmodel {model} staat niet op deze computer, dus er wordt niets getypt. Het geluid is onaangeroerd. Steek de stick met het model in de computer, installeer het bij de instellingen of met naklank models install {model}, of kies een ander model.</translation>
    </message>
    <message>
        <source>The speech model {model} is the one that types now, so it was not removed. Choose another model in the settings first.</source>
        <translation>Het spraakmodel {model} is het model dat nu typt en is daarom niet verwijderd. Kies eerst een ander model bij de instellingen.</translation>
    </message>
    <message>
        <source>The speech model {model} is there for everybody on this computer ({folder}), so it was not removed. Ask whoever manages this computer.</source>
        <translation>Het spraakmodel {model} staat er voor iedereen op deze computer ({folder}) en is daarom niet verwijderd. Vraag het wie deze computer beheert.</translation>
    </message>
    <message>
        <source>The speech model {model} was not downloaded from {host}.</source>
        <translation>Het spraakmodel {model} is niet gedownload van {host}.</translation>
    </message>
    <message>
        <source>The speech model {name} is being copied. You can go on meanwhile.</source>
        <translation>Het spraakmodel {name} wordt overgenomen. U kunt intussen doorgaan.</translation>
    </message>
    <message>
        <source>The speech model {name} lies beside Naklank. Copy it to this computer?</source>
        <translation>Naast Naklank staat het spraakmodel {name}. Overnemen op deze computer?</translation>
    </message>
    <message>
        <source>The speech models: list, recommend, install, import, pack, verify, remove.</source>
        <translation>De spraakmodellen: tonen, aanbevelen, installeren, importeren, inpakken, controleren, verwijderen.</translation>
    </message>
    <message>
        <source>The spoken summary, to take home. Without a command: the window.</source>
        <translation>De gesproken samenvatting, om mee te nemen. Zonder opdracht: het venster.</translation>
    </message>
    <message>
        <source>The stick is ready. You can take it out.</source>
        <translation>De stick is klaar. U kunt hem eruit halen.</translation>
    </message>
    <message>
        <source>The stick {stick} does not answer any more, so it is not ready: do not give it away. Text and sound are kept. Put it back and copy again, or take another stick.</source>
        <translation>De stick {stick} antwoordt niet meer en is dus niet klaar: geef hem niet mee. Tekst en geluid zijn bewaard. Steek hem er weer in en kopieer opnieuw, of neem een andere stick.</translation>
    </message>
    <message>
        <source>The stick {stick} does not give back what was written, so it cannot be trusted. Text and sound are kept. Take another stick.</source>
        <translation>De stick {stick} geeft niet terug wat erop is gezet en is dus niet te vertrouwen. Tekst en geluid zijn bewaard. Neem een andere stick.</translation>
    </message>
    <message>
        <source>The stick {stick} is full. Nothing of this was left on it; text and sound are kept. Make room on it, or take another stick.</source>
        <translation>De stick {stick} is vol. Hiervan is niets erop blijven staan; tekst en geluid zijn bewaard. Maak ruimte op de stick of neem een andere.</translation>
    </message>
    <message>
        <source>The summary may be shared at home. Or let the relative come along next time, or listen in by telephone.</source>
        <translation>De samenvatting mag thuis worden gedeeld. Of laat de naaste de volgende keer meekomen, of meeluisteren per telefoon.</translation>
    </message>
    <message>
        <source>The template that ships</source>
        <translation>Het sjabloon van Naklank</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>De tekst</translation>
    </message>
    <message>
        <source>The text comes a few seconds later.</source>
        <translation>De tekst komt een paar seconden later.</translation>
    </message>
    <message>
        <source>The text comes after a short pause: press Pause, and go on.</source>
        <translation>De tekst komt na een korte pauze: druk op Pauze en ga verder.</translation>
    </message>
    <message>
        <source>The text comes late. Close other programs. If the model is not base: choose a smaller one in the settings.</source>
        <translation>De tekst komt laat. Sluit andere programma&apos;s. Is het model niet base: kies dan een kleiner model bij Instellingen.</translation>
    </message>
    <message>
        <source>The text could not be printed: the output is closed or its disk is full. The sound is untouched.</source>
        <translation>De tekst kon niet worden afgedrukt: de uitvoer is gesloten of de schijf is vol. Het geluid is onaangeroerd.</translation>
    </message>
    <message>
        <source>The text is coming…</source>
        <translation>De tekst komt eraan…</translation>
    </message>
    <message>
        <source>The text is corrected. Ask the patient to delete what the phone recorded.</source>
        <translation>De tekst is verbeterd. Vraag de patiënt de opname op de telefoon te wissen.</translation>
    </message>
    <message>
        <source>The text is corrected. The sound does not go home, and is deleted.</source>
        <translation>De tekst wordt verbeterd. Het geluid gaat niet mee en wordt gewist.</translation>
    </message>
    <message>
        <source>The text is handed over.</source>
        <translation>De tekst is meegegeven.</translation>
    </message>
    <message>
        <source>The text is too long for a QR code.</source>
        <translation>De tekst is te lang voor een QR-code.</translation>
    </message>
    <message>
        <source>The text stays as it is.</source>
        <translation>De tekst blijft zoals hij is.</translation>
    </message>
    <message>
        <source>The text then stands on your phone. Choose “copy”, and keep it in a note.</source>
        <translation>De tekst staat dan op uw telefoon. Kies “kopiëren” en bewaar hem in een notitie.</translation>
    </message>
    <message>
        <source>The two are not the same. Type both once more.</source>
        <translation>De twee zijn niet gelijk. Typ ze allebei nog een keer.</translation>
    </message>
    <message>
        <source>The words: first the title</source>
        <translation>De woorden: eerst de titel</translation>
    </message>
    <message>
        <source>Then the sound is wrong as well.</source>
        <translation>Dan klopt het geluid ook niet.</translation>
    </message>
    <message>
        <source>Then we delete it from this computer.</source>
        <translation>Daarna wissen wij haar van deze computer.</translation>
    </message>
    <message>
        <source>Then we delete ours.</source>
        <translation>Die van ons wissen wij daarna.</translation>
    </message>
    <message>
        <source>Then we delete the sound.</source>
        <translation>Daarna wissen wij het geluid.</translation>
    </message>
    <message>
        <source>Then: {sentence}</source>
        <translation>Dan: {sentence}</translation>
    </message>
    <message>
        <source>There are no headings, so all of it is spoken again.</source>
        <translation>Er zijn geen kopjes, dus alles wordt opnieuw ingesproken.</translation>
    </message>
    <message>
        <source>There is a loudspeaker, and it is not muted.</source>
        <translation>Er is een luidspreker, en die staat aan.</translation>
    </message>
    <message>
        <source>There is a loudspeaker; this computer does not tell whether it is muted.</source>
        <translation>Er is een luidspreker; of het geluid aan staat, zegt deze computer niet.</translation>
    </message>
    <message>
        <source>There is a seal in it that does not fit what the file holds now, and nobody can see whose it was. Do not trust this file.</source>
        <translation>Er zit een zegel in dat niet past bij wat er nu in het bestand staat, en niemand kan zien van wie het was. Vertrouw dit bestand niet.</translation>
    </message>
    <message>
        <source>There is a seal in it that does not fit what the file holds now. The seal calls itself {name}; the name was not checked. Do not trust this file.</source>
        <translation>Er zit een zegel in dat niet past bij wat er nu in het bestand staat. Het zegel noemt zich {name}; de naam is niet gecontroleerd. Vertrouw dit bestand niet.</translation>
    </message>
    <message>
        <source>There is a seal of {name} in it, but the file is not what was sealed. Do not trust this file.</source>
        <translation>Er zit een zegel van {name} in, maar het bestand is niet wat verzegeld is. Vertrouw dit bestand niet.</translation>
    </message>
    <message numerus="yes">
        <source>There is more wrong, in {count} other places.</source>
        <translation>
            <numerusform>Er klopt meer niet, op nog {count} andere plaats.</numerusform>
            <numerusform>Er klopt meer niet, op nog {count} andere plaatsen.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no connection to another computer. Naklank can download models now, for somebody has asked it to since it was opened.</source>
        <translation>Er is geen verbinding met een andere computer. Naklank kan nu wel modellen ophalen, want iemand heeft daarom gevraagd sinds het openging.</translation>
    </message>
    <message>
        <source>There is no connection, or it breaks off each time. What came is kept: try again later, or copy the model from a stick.</source>
        <translation>Er is geen verbinding, of die valt steeds weg. Wat binnen is, blijft bewaard: probeer het later opnieuw of kopieer het model van een stick.</translation>
    </message>
    <message>
        <source>There is no file {file}. Check its name and its folder.</source>
        <translation>Er is geen bestand {file}. Kijk de naam en de map na.</translation>
    </message>
    <message>
        <source>There is no loudspeaker and no headphones.</source>
        <translation>Er is geen luidspreker en geen koptelefoon.</translation>
    </message>
    <message>
        <source>There is no screen here to open the window on. naklank --help shows what can be done without one.</source>
        <translation>Er is hier geen scherm om het venster op te openen. naklank --help toont wat zonder kan.</translation>
    </message>
    <message>
        <source>There is no text yet. The sound is safe.</source>
        <translation>Er is nog geen tekst. Het geluid is bewaard.</translation>
    </message>
    <message numerus="yes">
        <source>There is room for about {count} minutes of sound.</source>
        <translation>
            <numerusform>Er is nog plaats voor ongeveer {count} minuut geluid.</numerusform>
            <numerusform>Er is nog plaats voor ongeveer {count} minuten geluid.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is room for less than a minute of sound.</source>
        <translation>Er is nog plaats voor minder dan een minuut geluid.</translation>
    </message>
    <message>
        <source>These files belong together.</source>
        <translation>Deze bestanden horen bij elkaar.</translation>
    </message>
    <message>
        <source>These stand on every sheet, under “When do you call us?”. Type a number, with a name if you like, such as: huisartsenpost 038 123 45 67. What is the same becomes one line. That 112 is for danger stands there by itself.</source>
        <translation>Deze staan op elk blad, onder “Wanneer belt u ons?”. Typ een nummer, met een naam als u wilt, zoals: huisartsenpost 038 123 45 67. Wat gelijk is, wordt één regel. Dat 112 voor levensgevaar is, staat er vanzelf bij.</translation>
    </message>
    <message>
        <source>Think of a passphrase of at least 12 characters, such as four words. Who has the file and the passphrase can seal in the name of your practice. Without it, nobody can open the file.</source>
        <translation>Bedenk een wachtzin van minstens 12 tekens, bijvoorbeeld vier woorden. Wie het bestand en de wachtzin heeft, kan verzegelen uit naam van uw praktijk. Zonder de wachtzin kan niemand het bestand openen.</translation>
    </message>
    <message>
        <source>This Bluetooth headset gives telephone quality; a USB microphone is better.</source>
        <translation>Deze Bluetooth-koptelefoon geeft telefoonkwaliteit; een USB-microfoon is beter.</translation>
    </message>
    <message>
        <source>This can be done when no summary is being made.</source>
        <translation>Dit kan als er geen samenvatting wordt gemaakt.</translation>
    </message>
    <message>
        <source>This certificate calls itself {name}; anybody can. Call that practice: is its number {number}? Only then trust it.</source>
        <translation>Dit certificaat noemt zich {name}; dat kan iedereen. Bel die praktijk: is het nummer {number}? Vertrouw het alleen dan.</translation>
    </message>
    <message>
        <source>This computer can seal, but it does not hold the practice&apos;s own key. Make the backup on the computer that does.</source>
        <translation>Deze computer kan verzegelen, maar heeft de sleutel van de praktijk zelf niet. Maak de reservekopie op de computer die hem wel heeft.</translation>
    </message>
    <message>
        <source>This computer cannot type what is said.</source>
        <translation>Deze computer kan niet typen wat er gezegd wordt.</translation>
    </message>
    <message>
        <source>This computer does not let Naklank use the microphone.</source>
        <translation>Naklank mag de microfoon van deze computer niet gebruiken.</translation>
    </message>
    <message>
        <source>This computer does not let Naklank use the microphone. Nothing is being recorded. Turn it on and start again. Windows: Settings &gt; Privacy &amp; security &gt; Microphone &gt; Let desktop apps access your microphone. Mac: System Settings &gt; Privacy &amp; Security &gt; Microphone &gt; Naklank.</source>
        <translation>Deze computer laat Naklank de microfoon niet gebruiken. Er wordt niets opgenomen. Zet dat aan en begin opnieuw. Windows: Instellingen &gt; Privacy en beveiliging &gt; Microfoon &gt; Bureaublad-apps toegang geven tot uw microfoon. Mac: Systeeminstellingen &gt; Privacy en beveiliging &gt; Microfoon &gt; Naklank.</translation>
    </message>
    <message>
        <source>This computer does not trust the certificate that it got. Mostly a security program or proxy reads along: ask whoever manages this computer to add its certificate to the system&apos;s, or copy the model from a stick.</source>
        <translation>Deze computer vertrouwt het certificaat niet dat hij kreeg. Meestal leest een beveiligingsprogramma of proxy mee: vraag uw ICT-beheerder om het certificaat daarvan aan dat van het systeem toe te voegen, of kopieer het model van een stick.</translation>
    </message>
    <message>
        <source>This computer has new keys. What was sealed before stays valid.</source>
        <translation>Deze computer heeft nieuwe sleutels. Wat eerder verzegeld is, blijft geldig.</translation>
    </message>
    <message>
        <source>This computer has no loudspeaker or headphones, so nothing can be heard. The sound is kept. Plug one in and listen again.</source>
        <translation>Deze computer heeft geen luidspreker of koptelefoon, dus er is niets te horen. Het geluid is bewaard. Sluit er een aan en luister opnieuw.</translation>
    </message>
    <message>
        <source>This computer has no opening and closing by this doctor&apos;s voice, so the sound goes home without them. All else is as it should be. Record them in the settings, under Opening and closing.</source>
        <translation>Deze computer heeft geen begin en einde in de stem van deze dokter, dus het geluid gaat zonder mee naar huis. Al het andere is zoals het hoort. Neem ze op bij de instellingen, onder Begin en einde.</translation>
    </message>
    <message>
        <source>This computer has no printer. Nothing was printed; text and sound are kept. Add a printer, or save to a folder.</source>
        <translation>Deze computer heeft geen printer. Er is niets afgedrukt; tekst en geluid zijn bewaard. Voeg een printer toe, of bewaar in een map.</translation>
    </message>
    <message>
        <source>This computer is too slow for {model} (cores: {cores}), or very busy now.</source>
        <translation>Deze computer is te traag voor {model} (kernen: {cores}), of heeft het nu erg druk.</translation>
    </message>
    <message>
        <source>This computer is worked on from afar.</source>
        <translation>Er wordt op afstand op deze computer gewerkt.</translation>
    </message>
    <message>
        <source>This computer knows no printer.</source>
        <translation>Deze computer kent geen printer.</translation>
    </message>
    <message>
        <source>This computer now seals for the practice of that backup.</source>
        <translation>Deze computer verzegelt nu voor de praktijk van die reservekopie.</translation>
    </message>
    <message>
        <source>This computer then begins a seal of its own, beside that of your practice. Other computers do not know it. Put the backup in instead, if you have it.</source>
        <translation>Deze computer begint dan een eigen zegel, naast dat van uw praktijk. Andere computers kennen het niet. Zet liever de reservekopie erin, als u die heeft.</translation>
    </message>
    <message>
        <source>This could not be found out on this computer.</source>
        <translation>Dit was op deze computer niet te achterhalen.</translation>
    </message>
    <message>
        <source>This file is empty, damaged or cannot be opened. Nothing can be said of it.</source>
        <translation>Dit bestand is leeg, beschadigd of niet te openen. Er is niets over te zeggen.</translation>
    </message>
    <message>
        <source>This file is just as it was handed over here. The seal does not prove that the clock was right, and it stops nobody from imitating a voice elsewhere.</source>
        <translation>Dit bestand is precies zoals het hier is meegegeven. Het zegel bewijst niet dat de klok goed stond, en het houdt niemand tegen die elders een stem nadoet.</translation>
    </message>
    <message>
        <source>This file is just as {name} handed it over: their certificate was imported here before. The seal does not prove that their clock was right, and it stops nobody from imitating a voice elsewhere.</source>
        <translation>Dit bestand is precies zoals {name} het meegaf: hun certificaat is hier eerder ingelezen. Het zegel bewijst niet dat hun klok goed stond, en het houdt niemand tegen die elders een stem nadoet.</translation>
    </message>
    <message>
        <source>This file was cut or converted, as messengers do, or is not from us: which of these, nobody can see. It may be right, but nothing proves it.</source>
        <translation>Dit bestand is geknipt of omgezet, zoals berichtenapps doen, of het is niet van ons: welke van deze, kan niemand zien. Het kan kloppen, maar niets bewijst het.</translation>
    </message>
    <message>
        <source>This is how you say it</source>
        <translation>Zo zegt u het</translation>
    </message>
    <message>
        <source>This is no backup of a seal. Nothing was changed. Choose another file.</source>
        <translation>Dit is geen reservekopie van een zegel. Er is niets veranderd. Kies een ander bestand.</translation>
    </message>
    <message>
        <source>This is no certificate of a practice with Naklank. Nothing was changed. Ask that practice for its file or its QR code.</source>
        <translation>Dit is geen certificaat van een praktijk met Naklank. Er is niets veranderd. Vraag die praktijk om haar bestand of haar QR-code.</translation>
    </message>
    <message>
        <source>This is no code: a digit is wrong or missing. Look once more.</source>
        <translation>Dit is geen code: er is een cijfer verkeerd of vergeten. Kijk nog een keer.</translation>
    </message>
    <message>
        <source>This is no number of a computer. Look once more.</source>
        <translation>Dit is geen nummer van een computer. Kijk nog een keer.</translation>
    </message>
    <message>
        <source>This is too short: at least 12 characters.</source>
        <translation>Dit is te kort: minstens 12 tekens.</translation>
    </message>
    <message>
        <source>This is you. Can it be heard well?</source>
        <translation>Dit bent u. Is het goed te horen?</translation>
    </message>
    <message>
        <source>This model types about 1 in {words} words wrong. It takes about {memory} MB of memory.</source>
        <translation>Dit model typt ongeveer 1 op de {words} woorden fout. Het gebruikt ongeveer {memory} MB geheugen.</translation>
    </message>
    <message>
        <source>Three seconds back</source>
        <translation>3 seconden terug</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>donderdag</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Tijdzone</translation>
    </message>
    <message>
        <source>To know how an operation or examination goes</source>
        <translation>Om te weten hoe een operatie of onderzoek gaat</translation>
    </message>
    <message>
        <source>To remember it</source>
        <translation>Om het te onthouden</translation>
    </message>
    <message>
        <source>To the next button or field</source>
        <translation>Naar de volgende knop of het volgende veld</translation>
    </message>
    <message>
        <source>Too big: there is not enough memory ({how}).</source>
        <translation>Te groot: er is te weinig geheugen ({how}).</translation>
    </message>
    <message>
        <source>Too loud: speak a little softer, or keep more distance.</source>
        <translation>Te hard: spreek wat zachter of houd meer afstand.</translation>
    </message>
    <message>
        <source>Too slow: text {seconds} after you stop ({how}).</source>
        <translation>Te traag: tekst {seconds} na het spreken ({how}).</translation>
    </message>
    <message>
        <source>Try it out</source>
        <translation>Probeer het uit</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>dinsdag</translation>
    </message>
    <message>
        <source>Turn it on. Windows: Settings &gt; Privacy &amp; security &gt; Microphone. Mac: System Settings &gt; Privacy &amp; Security &gt; Microphone.</source>
        <translation>Zet dit aan. Windows: Instellingen &gt; Privacy en beveiliging &gt; Microfoon. Mac: Systeeminstellingen &gt; Privacy en beveiliging &gt; Microfoon.</translation>
    </message>
    <message>
        <source>Turn the microphone down in the settings of this computer, or put it further away.</source>
        <translation>Zet de microfoon zachter bij de instellingen van deze computer, of zet hem verder weg.</translation>
    </message>
    <message>
        <source>Turn the volume up: the text is checked by ear.</source>
        <translation>Zet het geluid aan: de tekst wordt op gehoor nagekeken.</translation>
    </message>
    <message>
        <source>Type along while somebody speaks</source>
        <translation>Typ mee tijdens het spreken</translation>
    </message>
    <message>
        <source>Type it myself</source>
        <translation>Zelf typen</translation>
    </message>
    <message>
        <source>Type it out again</source>
        <translation>Opnieuw laten typen</translation>
    </message>
    <message>
        <source>Type it, without microphone</source>
        <translation>Typen, zonder microfoon</translation>
    </message>
    <message>
        <source>Type out a sound file.</source>
        <translation>Typ een geluidsbestand uit.</translation>
    </message>
    <message>
        <source>Typed by the computer and checked by ear.</source>
        <translation>Getypt door de computer en nagekeken op gehoor.</translation>
    </message>
    <message>
        <source>Typed by the computer, not checked by ear.</source>
        <translation>Getypt door de computer, niet nagekeken op gehoor.</translation>
    </message>
    <message>
        <source>Typed by the doctor.</source>
        <translation>Getypt door de arts.</translation>
    </message>
    <message>
        <source>Typed {done} of {whole}.</source>
        <translation>{done} van {whole} getypt.</translation>
    </message>
    <message>
        <source>Types about 1 in {words} words wrong.</source>
        <translation>Typt ongeveer 1 op de {words} woorden fout.</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>Typen</translation>
    </message>
    <message>
        <source>Typing {whole} of sound.</source>
        <translation>{whole} geluid wordt uitgetypt.</translation>
    </message>
    <message>
        <source>Unchanged, but from a stranger.</source>
        <translation>Niet veranderd, maar van een onbekende.</translation>
    </message>
    <message>
        <source>Unchanged, from a practice you know.</source>
        <translation>Niet veranderd, van een bekende praktijk.</translation>
    </message>
    <message>
        <source>Undo a change</source>
        <translation>Een verandering ongedaan maken</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Omhoog</translation>
    </message>
    <message>
        <source>Up: {heading}</source>
        <translation>Omhoog: {heading}</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Gebruiker</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Controleren</translation>
    </message>
    <message>
        <source>Verify files…</source>
        <translation>Controleer bestanden…</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versie</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versies</translation>
    </message>
    <message>
        <source>Waiting room</source>
        <translation>Wachtkamer</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Manier</translation>
    </message>
    <message>
        <source>We keep a copy of it ourselves.</source>
        <translation>Wij bewaren zelf een kopie.</translation>
    </message>
    <message>
        <source>We keep a copy ourselves: the doctor says so when agreeing</source>
        <translation>Wij bewaren zelf een kopie: de arts zegt dat bij het afspreken</translation>
    </message>
    <message>
        <source>We record briefly to type it out. Then we delete the sound.</source>
        <translation>We nemen kort op om te typen. Daarna wissen we het geluid.</translation>
    </message>
    <message>
        <source>Weaker: whoever can read the disk can hear a recording as long as it is here, and perhaps even after it was deleted.</source>
        <translation>Zwakker: wie de schijf kan lezen, kan een opname horen zolang ze hier staat; en misschien nog na het wissen.</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>woensdag</translation>
    </message>
    <message>
        <source>What Naklank is meant for</source>
        <translation>Waar Naklank voor bedoeld is</translation>
    </message>
    <message>
        <source>What Naklank keeps is encrypted by itself, but the computer may write its memory to the disk when it sleeps. Ask whoever manages it for BitLocker, FileVault or LUKS.</source>
        <translation>Wat Naklank bewaart is op zichzelf al versleuteld, maar de computer kan zijn geheugen op de schijf zetten als hij slaapt. Vraag uw ICT-beheerder om BitLocker, FileVault of LUKS.</translation>
    </message>
    <message>
        <source>What are we going to do?</source>
        <translation>Wat gaan we doen?</translation>
    </message>
    <message>
        <source>What could be plainer</source>
        <translation>Wat eenvoudiger kan</translation>
    </message>
    <message>
        <source>What do we know now?</source>
        <translation>Wat weten we nu?</translation>
    </message>
    <message>
        <source>What do you do at home?</source>
        <translation>Wat doet u thuis?</translation>
    </message>
    <message>
        <source>What do you do before and after the operation?</source>
        <translation>Wat doet u voor en na de operatie?</translation>
    </message>
    <message>
        <source>What do you do yourself?</source>
        <translation>Wat doet u zelf?</translation>
    </message>
    <message>
        <source>What does your child have?</source>
        <translation>Wat heeft uw kind?</translation>
    </message>
    <message>
        <source>What goes home?</source>
        <translation>Mee naar huis</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Wat er gebeurde</translation>
    </message>
    <message>
        <source>What happened and when, never what was said nor who the patient is.</source>
        <translation>Wat er gebeurde en wanneer, nooit wat er gezegd is of wie de patiënt is.</translation>
    </message>
    <message>
        <source>What have we found?</source>
        <translation>Wat hebben we gevonden?</translation>
    </message>
    <message>
        <source>What helps, and what is better left.</source>
        <translation>Wat helpt, en wat u beter laat.</translation>
    </message>
    <message>
        <source>What is going on?</source>
        <translation>Wat is er aan de hand?</translation>
    </message>
    <message>
        <source>What is recorded here is kept until Naklank is closed: on this computer keys are in memory only.</source>
        <translation>Wat u hier opneemt, blijft tot Naklank sluit: op deze computer staan de sleutels alleen in het geheugen.</translation>
    </message>
    <message>
        <source>What is said</source>
        <translation>Wat er gezegd wordt</translation>
    </message>
    <message>
        <source>What is ticked is spoken about, from top to bottom. Say the heading aloud just as it stands here: it is recognised by it, and stands on the sheet.</source>
        <translation>Wat is aangevinkt komt aan bod, van boven naar beneden. Zeg het kopje hardop zoals het hier staat: zo wordt het herkend, en zo komt het op het blad.</translation>
    </message>
    <message>
        <source>What is ticked stands on the sheet.</source>
        <translation>Wat u aanvinkt, staat op het blad.</translation>
    </message>
    <message>
        <source>What kind of consult was it?</source>
        <translation>Wat voor consult was het?</translation>
    </message>
    <message>
        <source>What must be heard</source>
        <translation>Wat u moet horen</translation>
    </message>
    <message>
        <source>What must be heard before the text goes home?</source>
        <translation>Wat moet u horen voordat de tekst meegaat?</translation>
    </message>
    <message>
        <source>What the computer types of it:</source>
        <translation>Wat de computer ervan typt:</translation>
    </message>
    <message>
        <source>What the doctor says will stand here.</source>
        <translation>Hier komt te staan wat de arts zegt.</translation>
    </message>
    <message>
        <source>What the interpreter says is recorded and not typed.
Press the key again before you speak yourself.</source>
        <translation>Wat de tolk zegt, wordt opgenomen en niet getypt.
Druk weer op de toets voordat u zelf spreekt.</translation>
    </message>
    <message>
        <source>What the self-test found</source>
        <translation>Wat de zelftest vond</translation>
    </message>
    <message>
        <source>What to do: {advice}</source>
        <translation>Wat te doen: {advice}</translation>
    </message>
    <message>
        <source>What waits is deleted after</source>
        <translation>Wat blijft staan, wordt gewist na</translation>
    </message>
    <message>
        <source>What was already handed over may no longer be right: take it back.</source>
        <translation>Wat al is meegegeven, klopt misschien niet meer: neem het terug.</translation>
    </message>
    <message>
        <source>What was still being saved is deleted again.</source>
        <translation>Wat nog werd opgeslagen, is weer gewist.</translation>
    </message>
    <message>
        <source>What you have, in plain words.</source>
        <translation>Wat u heeft, in gewone woorden.</translation>
    </message>
    <message>
        <source>What you say now is added at the end.
It corrects nothing of what stands there.</source>
        <translation>Wat u nu zegt, komt er aan het eind bij.
Het verbetert niets van wat er staat.</translation>
    </message>
    <message>
        <source>What, how much, when and how long.</source>
        <translation>Wat, hoeveel, wanneer en hoe lang.</translation>
    </message>
    <message>
        <source>When do you call us?</source>
        <translation>Wanneer belt u ons?</translation>
    </message>
    <message>
        <source>When you finish, Naklank deletes the text as well.</source>
        <translation>Bij het afronden wist Naklank ook de tekst.</translation>
    </message>
    <message>
        <source>Where Naklank itself went wrong, with date and place in the program. What was said and who was there is not in it.</source>
        <translation>Waar Naklank zelf de fout in ging, met datum en plaats in het programma. Wat er gezegd is en wie erbij was, staat er niet in.</translation>
    </message>
    <message>
        <source>Where are the keys of the recordings?</source>
        <translation>Waar staan de sleutels van de opnamen?</translation>
    </message>
    <message>
        <source>Where you work</source>
        <translation>Waar u werkt</translation>
    </message>
    <message>
        <source>Where:</source>
        <translation>Waar:</translation>
    </message>
    <message>
        <source>Which ZIP file?</source>
        <translation>Welk ZIP-bestand?</translation>
    </message>
    <message>
        <source>Which backup?</source>
        <translation>Welke reservekopie?</translation>
    </message>
    <message>
        <source>Which certificate?</source>
        <translation>Welk certificaat?</translation>
    </message>
    <message>
        <source>Which doctor speaks?</source>
        <translation>Welke arts spreekt?</translation>
    </message>
    <message>
        <source>Which files?</source>
        <translation>Welke bestanden?</translation>
    </message>
    <message>
        <source>Which leaflets and films go along?</source>
        <translation>Welke folders en films gaan mee?</translation>
    </message>
    <message>
        <source>Which picture?</source>
        <translation>Welk plaatje?</translation>
    </message>
    <message>
        <source>Who is here?</source>
        <translation>Wie is erbij?</translation>
    </message>
    <message>
        <source>Whom can you call?</source>
        <translation>Wie kunt u bellen?</translation>
    </message>
    <message>
        <source>Whose voice?</source>
        <translation>Wiens stem?</translation>
    </message>
    <message>
        <source>Why a recording?</source>
        <translation>Waarom een opname?</translation>
    </message>
    <message>
        <source>With a representative</source>
        <translation>Met vertegenwoordiger</translation>
    </message>
    <message>
        <source>With an opening and a closing by the doctor&apos;s own voice</source>
        <translation>Met een begin en een einde door de eigen stem van de dokter</translation>
    </message>
    <message>
        <source>With nobody at the computer, the screen is covered after</source>
        <translation>Is er niemand bij de computer, dan wordt het scherm afgedekt na</translation>
    </message>
    <message>
        <source>With the date in the opening as well</source>
        <translation>Ook met de datum in het begin</translation>
    </message>
    <message>
        <source>With which complaints, and which number.</source>
        <translation>Bij welke klachten, en welk nummer.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Intrekken</translation>
    </message>
    <message>
        <source>Without an opening and a closing</source>
        <translation>Zonder begin en einde</translation>
    </message>
    <message>
        <source>Word document…</source>
        <translation>Word-document…</translation>
    </message>
    <message>
        <source>Word for word.</source>
        <translation>Woord voor woord.</translation>
    </message>
    <message>
        <source>Word list</source>
        <translation>Woordenlijst</translation>
    </message>
    <message>
        <source>Word template</source>
        <translation>Word-sjabloon</translation>
    </message>
    <message>
        <source>Word template, for the document that stays with the practice. It can have your own letterhead; the help lists the fields.</source>
        <translation>Word-sjabloon, voor het document dat in de praktijk blijft. Uw eigen briefhoofd kan erin; de velden staan in de help.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>You can still take it in the settings, under Speech.</source>
        <translation>U kunt het later nog overnemen bij Instellingen, onder Spraak.</translation>
    </message>
    <message>
        <source>You go on with this heading</source>
        <translation>U gaat verder met dit kopje</translation>
    </message>
    <message>
        <source>You have no right to read {file}. Ask for it, or choose another file.</source>
        <translation>U mag {file} niet lezen. Vraag er toestemming voor of kies een ander bestand.</translation>
    </message>
    <message>
        <source>You may say no; your care stays the same.</source>
        <translation>Nee zeggen mag; uw zorg blijft hetzelfde.</translation>
    </message>
    <message>
        <source>You type it; the paper goes home.</source>
        <translation>U typt het; het papier gaat mee naar huis.</translation>
    </message>
    <message>
        <source>You work at this computer itself, as far as it tells.</source>
        <translation>U werkt aan deze computer zelf, voor zover te zien is.</translation>
    </message>
    <message>
        <source>You work on this computer from afar: the sound then crosses a network.</source>
        <translation>U werkt op afstand op deze computer: het geluid gaat dan over een netwerk.</translation>
    </message>
    <message>
        <source>Your computer has no safe for passwords (a keyring) that Naklank can use. Whoever manages it can give it one; ask them. If you do not know: “In memory only” is the safest for the patient.</source>
        <translation>Uw computer heeft geen kluis voor wachtwoorden (sleutelbos) die Naklank kan gebruiken. Uw ICT-beheerder kan daarvoor zorgen; vraag ernaar. Weet u het niet: “Alleen in het geheugen” is het veiligst voor de patiënt.</translation>
    </message>
    <message>
        <source>Your next appointment</source>
        <translation>Uw volgende afspraak</translation>
    </message>
    <message>
        <source>Your own list can be filled in in the settings.</source>
        <translation>Uw eigen lijst vult u in bij Instellingen.</translation>
    </message>
    <message>
        <source>Your practice on more computers, and for after a crash: one file.</source>
        <translation>Uw praktijk op meer computers, en voor als een computer stukgaat: één bestand.</translation>
    </message>
    <message>
        <source>Your recording is for you and for whom you want.</source>
        <translation>Uw opname is voor u en voor wie u wilt.</translation>
    </message>
    <message>
        <source>about {seconds} s from the last word to the text</source>
        <translation>ongeveer {seconds} s van het laatste woord tot de tekst</translation>
    </message>
    <message>
        <source>at which moment of the day?</source>
        <translation>op welk moment van de dag?</translation>
    </message>
    <message>
        <source>bad news</source>
        <translation>slecht nieuws</translation>
    </message>
    <message>
        <source>check the journal as well</source>
        <translation>kijk ook het logboek na</translation>
    </message>
    <message>
        <source>checked, to be handed over</source>
        <translation>nagekeken, nog mee te geven</translation>
    </message>
    <message>
        <source>child</source>
        <translation>kind</translation>
    </message>
    <message>
        <source>chronic illness</source>
        <translation>chronische ziekte</translation>
    </message>
    <message>
        <source>code {code}</source>
        <translation>korte code {code}</translation>
    </message>
    <message>
        <source>copied to a stick</source>
        <translation>op een stick gezet</translation>
    </message>
    <message>
        <source>copy kept by the practice</source>
        <translation>kopie bewaard door de praktijk</translation>
    </message>
    <message numerus="yes">
        <source>cut here: {count} words</source>
        <translation>
            <numerusform>hier knippen: de zin is {count} woord lang</numerusform>
            <numerusform>hier knippen: de zin is {count} woorden lang</numerusform>
        </translation>
    </message>
    <message>
        <source>date</source>
        <translation>datum</translation>
    </message>
    <message>
        <source>day</source>
        <translation>dag</translation>
    </message>
    <message>
        <source>day and date do not fit</source>
        <translation>dag en datum kloppen niet met elkaar</translation>
    </message>
    <message>
        <source>desk card.pdf</source>
        <translation>kaartje bureau.pdf</translation>
    </message>
    <message>
        <source>dose</source>
        <translation>dosis</translation>
    </message>
    <message>
        <source>files</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>first diagnosis</source>
        <translation>eerste diagnose</translation>
    </message>
    <message>
        <source>fits well</source>
        <translation>past goed</translation>
    </message>
    <message>
        <source>for everybody on this computer</source>
        <translation>voor iedereen op deze computer</translation>
    </message>
    <message>
        <source>good</source>
        <translation>goed</translation>
    </message>
    <message>
        <source>handed over, not yet finished</source>
        <translation>meegegeven, nog niet afgerond</translation>
    </message>
    <message>
        <source>hard word</source>
        <translation>moeilijk woord</translation>
    </message>
    <message>
        <source>has text now</source>
        <translation>staat er nu</translation>
    </message>
    <message>
        <source>heading is missing</source>
        <translation>kopje ontbreekt</translation>
    </message>
    <message>
        <source>here for everybody</source>
        <translation>staat hier voor iedereen</translation>
    </message>
    <message numerus="yes">
        <source>hours</source>
        <translation>
            <numerusform>uur</numerusform>
            <numerusform>uur</numerusform>
        </translation>
    </message>
    <message>
        <source>how often</source>
        <translation>hoe vaak</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in gebruik</translation>
    </message>
    <message>
        <source>instead of the public hub</source>
        <translation>in plaats van de openbare hub</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>onderbroken</translation>
    </message>
    <message>
        <source>is here</source>
        <translation>staat hier</translation>
    </message>
    <message>
        <source>journal {date}.csv</source>
        <translation>logboek {date}.csv</translation>
    </message>
    <message>
        <source>left or right</source>
        <translation>links of rechts</translation>
    </message>
    <message>
        <source>left out: another language</source>
        <translation>weggelaten: andere taal</translation>
    </message>
    <message>
        <source>left out: from the word list</source>
        <translation>weggelaten: uit de woordenlijst</translation>
    </message>
    <message>
        <source>left out: made up</source>
        <translation>weggelaten: verzonnen</translation>
    </message>
    <message>
        <source>left out: nobody speaks here</source>
        <translation>weggelaten: hier spreekt niemand</translation>
    </message>
    <message>
        <source>left out: typed again and again</source>
        <translation>weggelaten: steeds herhaald</translation>
    </message>
    <message>
        <source>length {time}</source>
        <translation>duur {time}</translation>
    </message>
    <message numerus="yes">
        <source>long: {count} words</source>
        <translation>
            <numerusform>lange zin: {count} woord</numerusform>
            <numerusform>lange zin: {count} woorden</numerusform>
        </translation>
    </message>
    <message>
        <source>measured</source>
        <translation>gemeten</translation>
    </message>
    <message>
        <source>medicine</source>
        <translation>medicijn</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>geheugen</translation>
    </message>
    <message>
        <source>mind this</source>
        <translation>let op</translation>
    </message>
    <message numerus="yes">
        <source>minutes</source>
        <translation>
            <numerusform>minuut</numerusform>
            <numerusform>minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>moments of the day; do they fit?</source>
        <translation>momenten van de dag: kloppen ze?</translation>
    </message>
    <message>
        <source>more or less</source>
        <translation>meer of minder</translation>
    </message>
    <message>
        <source>name, or by pen</source>
        <translation>naam, of met pen</translation>
    </message>
    <message>
        <source>negation</source>
        <translation>ontkenning</translation>
    </message>
    <message>
        <source>no sound</source>
        <translation>geen geluid</translation>
    </message>
    <message>
        <source>no text</source>
        <translation>geen tekst</translation>
    </message>
    <message>
        <source>no text stands under these headings</source>
        <translation>onder deze kopjes staat geen tekst</translation>
    </message>
    <message>
        <source>no text stands under this heading</source>
        <translation>onder dit kopje staat geen tekst</translation>
    </message>
    <message>
        <source>not good</source>
        <translation>niet goed</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>niet hier</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>niet bekend</translation>
    </message>
    <message>
        <source>not on this computer</source>
        <translation>niet op deze computer</translation>
    </message>
    <message>
        <source>not yet checked</source>
        <translation>nog niet nagekeken</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>nog niets</translation>
    </message>
    <message>
        <source>now</source>
        <translation>nu</translation>
    </message>
    <message>
        <source>now: {hint}</source>
        <translation>nu: {hint}</translation>
    </message>
    <message>
        <source>number</source>
        <translation>getal</translation>
    </message>
    <message>
        <source>old code</source>
        <translation>oude code</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>op deze computer</translation>
    </message>
    <message>
        <source>operation</source>
        <translation>operatie</translation>
    </message>
    <message>
        <source>or the text of the QR code</source>
        <translation>of de tekst van de QR-code</translation>
    </message>
    <message>
        <source>partly downloaded</source>
        <translation>deels gedownload</translation>
    </message>
    <message>
        <source>partly here</source>
        <translation>deels hier</translation>
    </message>
    <message numerus="yes">
        <source>people</source>
        <translation>
            <numerusform>persoon</numerusform>
            <numerusform>mensen</numerusform>
        </translation>
    </message>
    <message>
        <source>perhaps misheard</source>
        <translation>misschien verkeerd verstaan</translation>
    </message>
    <message>
        <source>played for the phone</source>
        <translation>afgespeeld voor de telefoon</translation>
    </message>
    <message>
        <source>poster.pdf</source>
        <translation>poster wachtkamer.pdf</translation>
    </message>
    <message>
        <source>print one JSON object</source>
        <translation>druk één JSON-object af</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>geprint</translation>
    </message>
    <message>
        <source>reckoned</source>
        <translation>berekend</translation>
    </message>
    <message>
        <source>reckoned, not measured</source>
        <translation>berekend, niet gemeten</translation>
    </message>
    <message>
        <source>right</source>
        <translation>klopt</translation>
    </message>
    <message>
        <source>saved to a folder</source>
        <translation>in een map bewaard</translation>
    </message>
    <message>
        <source>short</source>
        <translation>kort</translation>
    </message>
    <message>
        <source>shown as a QR code</source>
        <translation>getoond als QR-code</translation>
    </message>
    <message>
        <source>somebody speaks here</source>
        <translation>hier wordt gesproken</translation>
    </message>
    <message>
        <source>somebody without a name</source>
        <translation>iemand zonder naam</translation>
    </message>
    <message>
        <source>spoken anew</source>
        <translation>opnieuw ingesproken</translation>
    </message>
    <message>
        <source>taken out</source>
        <translation>weggehaald</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>telefoon</translation>
    </message>
    <message>
        <source>template.docx</source>
        <translation>sjabloon.docx</translation>
    </message>
    <message>
        <source>the keyring</source>
        <translation>de sleutelbos</translation>
    </message>
    <message>
        <source>the practice</source>
        <translation>de praktijk</translation>
    </message>
    <message>
        <source>this date is a {weekday}</source>
        <translation>deze datum is een {weekday}</translation>
    </message>
    <message numerus="yes">
        <source>times</source>
        <translation>
            <numerusform>keer</numerusform>
            <numerusform>keer</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>vandaag</translation>
    </message>
    <message>
        <source>too little free memory</source>
        <translation>te weinig vrij geheugen</translation>
    </message>
    <message>
        <source>too loud</source>
        <translation>te hard</translation>
    </message>
    <message>
        <source>too slow for this computer</source>
        <translation>te traag voor deze computer</translation>
    </message>
    <message>
        <source>too soft</source>
        <translation>te zacht</translation>
    </message>
    <message>
        <source>two times no</source>
        <translation>twee keer nee in één zin</translation>
    </message>
    <message>
        <source>two times no: say it the other way?</source>
        <translation>twee keer nee: kan het andersom?</translation>
    </message>
    <message>
        <source>typed, but nobody speaks here</source>
        <translation>getypt, maar hier spreekt niemand</translation>
    </message>
    <message>
        <source>usual consult</source>
        <translation>gewoon consult</translation>
    </message>
    <message>
        <source>version {version}</source>
        <translation>versie {version}</translation>
    </message>
    <message>
        <source>when</source>
        <translation>wanneer</translation>
    </message>
    <message>
        <source>works, and the text comes late</source>
        <translation>werkt, maar de tekst komt laat</translation>
    </message>
    <message numerus="yes">
        <source>years</source>
        <translation>
            <numerusform>jaar</numerusform>
            <numerusform>jaar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} hours</source>
        <translation>
            <numerusform>{count} uur</numerusform>
            <numerusform>{count} uur</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} minutes</source>
        <translation>
            <numerusform>{count} minuut</numerusform>
            <numerusform>{count} minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} parts</source>
        <translation>
            <numerusform>{count} onderdeel</numerusform>
            <numerusform>{count} onderdelen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} places left</source>
        <translation>
            <numerusform>Nog {count} punt</numerusform>
            <numerusform>Nog {count} punten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} recordings are lost: their keys were in memory only, and Naklank had stopped.</source>
        <translation>
            <numerusform>{count} opname is verloren: haar sleutel stond alleen in het geheugen, en Naklank was gestopt.</numerusform>
            <numerusform>{count} opnamen zijn verloren: hun sleutels stonden alleen in het geheugen, en Naklank was gestopt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} seconds</source>
        <translation>
            <numerusform>{count} seconde</numerusform>
            <numerusform>{count} seconden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} seconds left. Then: Text is right. M: go on listening.</source>
        <translation>
            <numerusform>Nog {count} seconde. Daarna: Tekst klopt. M: verder luisteren.</numerusform>
            <numerusform>Nog {count} seconden. Daarna: Tekst klopt. M: verder luisteren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} summaries are still on this computer. Go on with them or delete them under “Still here”.</source>
        <translation>
            <numerusform>Er staat nog {count} samenvatting op deze computer. Ga ermee verder of wis haar bij “Nog hier”.</numerusform>
            <numerusform>Er staan nog {count} samenvattingen op deze computer. Ga ermee verder of wis ze bij “Nog hier”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} summaries were deleted: they stood here for more than {hours}.</source>
        <translation>
            <numerusform>{count} samenvatting is gewist: zij stond hier langer dan {hours}.</numerusform>
            <numerusform>{count} samenvattingen zijn gewist: zij stonden hier langer dan {hours}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} summaries were handed over and are still here: the practice keeps a copy. Go on with them under “Still here” and finish them.</source>
        <translation>
            <numerusform>{count} samenvatting is meegegeven en staat nog hier: de praktijk bewaart een kopie. Ga ermee verder onder “Nog hier” en rond haar af.</numerusform>
            <numerusform>{count} samenvattingen zijn meegegeven en staan nog hier: de praktijk bewaart een kopie. Ga ermee verder onder “Nog hier” en rond ze af.</numerusform>
        </translation>
    </message>
    <message>
        <source>{day}/{month}/{year}</source>
        <translation>{day}-{month}-{year}</translation>
    </message>
    <message>
        <source>{done} of {whole}</source>
        <translation>{done} van {whole}</translation>
    </message>
    <message>
        <source>{done} of {whole} ({percent} %)</source>
        <translation>{done} van {whole} ({percent} %)</translation>
    </message>
    <message>
        <source>{file} is longer than 10 minutes. Naklank is for a short summary.</source>
        <translation>{file} duurt langer dan 10 minuten. Naklank is voor een korte samenvatting.</translation>
    </message>
    <message>
        <source>{file} is not a picture that Naklank can read, so it is not used as a logo. Choose a PNG, JPEG or SVG.</source>
        <translation>{file} is geen plaatje dat Naklank kan lezen. Het wordt niet als logo gebruikt. Kies een PNG, JPEG of SVG.</translation>
    </message>
    <message>
        <source>{file} is not a sound file that Naklank can read. It reads WAV, FLAC, MP3, OGG, Opus and M4A.</source>
        <translation>{file} is geen geluidsbestand dat Naklank kan lezen. Het leest WAV, FLAC, MP3, OGG, Opus en M4A.</translation>
    </message>
    <message>
        <source>{free_bytes} GB is free where recordings go.</source>
        <translation>{free_bytes} GB is vrij waar de opnamen komen.</translation>
    </message>
    <message>
        <source>{free_bytes} GB is free; the speech model takes {needed_bytes} GB.</source>
        <translation>{free_bytes} GB is vrij; het spraakmodel neemt {needed_bytes} GB.</translation>
    </message>
    <message>
        <source>{hour}:{minute}</source>
        <translation>{hour}.{minute}</translation>
    </message>
    <message>
        <source>{model} is damaged or not the real one. It is not used.</source>
        <translation>{model} is beschadigd of niet het echte. Het wordt niet gebruikt.</translation>
    </message>
    <message>
        <source>{model} is missing or damaged. {other} types in its place, with more mistakes.</source>
        <translation>{model} ontbreekt of is beschadigd. {other} typt nu, met meer fouten.</translation>
    </message>
    <message>
        <source>{model} is not on this computer.</source>
        <translation>{model} staat niet op deze computer.</translation>
    </message>
    <message>
        <source>{name} is on this computer now, and types.</source>
        <translation>Het model {name} staat nu op deze computer en typt.</translation>
    </message>
    <message>
        <source>{name} is on this computer now. Choose it and save.</source>
        <translation>Het model {name} staat nu op deze computer. Kies het en bewaar.</translation>
    </message>
    <message>
        <source>{name} is removed.</source>
        <translation>Het model {name} is verwijderd.</translation>
    </message>
    <message>
        <source>{name}, number {number}</source>
        <translation>{name}, nummer {number}</translation>
    </message>
    <message>
        <source>{number} of {count}. What you leave open can be set later, in the settings.</source>
        <translation>{number} van {count}. Wat u openlaat, kan later in de instellingen.</translation>
    </message>
    <message>
        <source>{number} of {count}: {item}</source>
        <translation>{number} van {count}: {item}</translation>
    </message>
    <message>
        <source>{speed} times as fast as spoken</source>
        <translation>{speed} keer zo snel als gesproken</translation>
    </message>
    <message>
        <source>{state} · is deleted {moment}</source>
        <translation>{state} · wordt gewist {moment}</translation>
    </message>
    <message>
        <source>{state} · waits until it is finished: the practice keeps a copy</source>
        <translation>{state} · wacht op afronden: de praktijk bewaart een kopie</translation>
    </message>
    <message>
        <source>{step}, done</source>
        <translation>{step}, klaar</translation>
    </message>
    <message>
        <source>{step}, you are here</source>
        <translation>{step}, u bent hier</translation>
    </message>
    <message>
        <source>{time}</source>
        <translation>{time} uur</translation>
    </message>
    <message>
        <source>{time} of {whole}</source>
        <translation>{time} van {whole}</translation>
    </message>
    <message>
        <source>{whole}.{rest}</source>
        <translation>{whole},{rest}</translation>
    </message>
    <message>
        <source>{who} agrees</source>
        <translation>{who}: akkoord</translation>
    </message>
    <message>
        <source>{who} does not agree</source>
        <translation>{who}: niet akkoord</translation>
    </message>
    <message>
        <source>“Could you tell me in your own words what we agreed?”</source>
        <translation>“Kunt u in uw eigen woorden vertellen wat we hebben afgesproken?”</translation>
    </message>
    <message>
        <source>“Take one tablet twice a day, and call us if the fever does not go down.”</source>
        <translation>“Neem tweemaal per dag één tablet, en bel ons als de koorts niet zakt.”</translation>
    </message>
    <message>
        <source>“Will you tell me what you are going to do at home?”</source>
        <translation>“Wilt u mij vertellen wat u thuis gaat doen?”</translation>
    </message>
    <message>
        <source>“{said}” becomes “{text}”. What went wrong?</source>
        <translation>“{said}” wordt “{text}”. Wat ging er mis?</translation>
    </message>
    <message>
        <source>“{said}” is taken out. What went wrong?</source>
        <translation>“{said}” is weggehaald. Wat ging er mis?</translation>
    </message>
    <message>
        <source>“{text}” is put in. What went wrong?</source>
        <translation>“{text}” is erbij gezet. Wat ging er mis?</translation>
    </message>
    <message>
        <source>✓ Done. Stop the recorder of your phone.</source>
        <translation>✓ Klaar. Zet de recorder van uw telefoon uit.</translation>
    </message>
    <message>
        <source>✓ In the folder {folder}</source>
        <translation>✓ In de map {folder}</translation>
    </message>
    <message>
        <source>✓ In the folder {folder}, in {place}</source>
        <translation>✓ In de map {folder}, in {place}</translation>
    </message>
    <message>
        <source>✓ In the record</source>
        <translation>✓ In het dossier</translation>
    </message>
    <message>
        <source>✓ Recorded</source>
        <translation>✓ Opgenomen</translation>
    </message>
    <message>
        <source>✓ Saved as {file}. Change it in Word, and choose it here.</source>
        <translation>✓ Bewaard als {file}. Pas het aan in Word, en kies het hier.</translation>
    </message>
    <message>
        <source>✓ Sent to the printer.</source>
        <translation>✓ Naar de printer gestuurd.</translation>
    </message>
    <message>
        <source>✓ The sound is kept ({time})</source>
        <translation>✓ Het geluid is bewaard ({time})</translation>
    </message>
    <message>
        <source>✓ This template shows all of the sheet.</source>
        <translation>✓ Dit sjabloon toont het hele blad.</translation>
    </message>
    <message>
        <source>✓ Word document in {folder}</source>
        <translation>✓ Word-document in {folder}</translation>
    </message>
    <message>
        <source>✓ {time} played to its end</source>
        <translation>✓ {time} uur helemaal afgespeeld</translation>
    </message>
    <message>
        <source>✓ {time} saved to a folder</source>
        <translation>✓ {time} uur in een map bewaard</translation>
    </message>
    <message>
        <source>✓ {time} sent to the printer. Is the sheet there?</source>
        <translation>✓ {time} uur naar de printer gestuurd. Ligt het blad er?</translation>
    </message>
</context>
</TS>
