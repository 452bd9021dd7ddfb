<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name></name>
    <message numerus="yes">
        <source>About {count} minutes left.</source>
        <translation>
            <numerusform>About {count} minute left.</numerusform>
            <numerusform>About {count} minutes left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About {count} seconds left.</source>
        <translation>
            <numerusform>About {count} second left.</numerusform>
            <numerusform>About {count} seconds left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Naklank cannot read {count} summaries now: the keyring does not answer or the file is damaged.</source>
        <translation>
            <numerusform>Naklank cannot read {count} summary now: the keyring does not answer or the file is damaged.</numerusform>
            <numerusform>Naklank cannot read {count} summaries now: the keyring does not answer or the file is damaged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Recording again, with {device}. {count} seconds are missing: you hear that place later.</source>
        <translation>
            <numerusform>Recording again, with {device}. {count} second is missing: you hear that place later.</numerusform>
            <numerusform>Recording again, with {device}. {count} seconds are missing: you hear that place later.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The journal is complete and unchanged: {count} lines since {date}.</source>
        <translation>
            <numerusform>The journal is complete and unchanged: one line, of {date}.</numerusform>
            <numerusform>The journal is complete and unchanged: {count} lines since {date}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The sheet is {count} pages long. Shorter is remembered better.</source>
        <translation>
            <numerusform>The sheet is {count} page long. Shorter is remembered better.</numerusform>
            <numerusform>The sheet is {count} pages long. Shorter is remembered better.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There is more wrong, in {count} other places.</source>
        <translation>
            <numerusform>There is more wrong, in {count} other place.</numerusform>
            <numerusform>There is more wrong, in {count} other places.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There is room for about {count} minutes of sound.</source>
        <translation>
            <numerusform>There is room for about {count} minute of sound.</numerusform>
            <numerusform>There is room for about {count} minutes of sound.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>cut here: {count} words</source>
        <translation>
            <numerusform>cut here: {count} word</numerusform>
            <numerusform>cut here: {count} words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>hours</source>
        <translation>
            <numerusform>hour</numerusform>
            <numerusform>hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>long: {count} words</source>
        <translation>
            <numerusform>long: {count} word</numerusform>
            <numerusform>long: {count} words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>minutes</source>
        <translation>
            <numerusform>minute</numerusform>
            <numerusform>minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>people</source>
        <translation>
            <numerusform>person</numerusform>
            <numerusform>people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>times</source>
        <translation>
            <numerusform>time</numerusform>
            <numerusform>times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>years</source>
        <translation>
            <numerusform>year</numerusform>
            <numerusform>years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} hours</source>
        <translation>
            <numerusform>{count} hour</numerusform>
            <numerusform>{count} hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} minutes</source>
        <translation>
            <numerusform>{count} minute</numerusform>
            <numerusform>{count} minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} parts</source>
        <translation>
            <numerusform>{count} part</numerusform>
            <numerusform>{count} parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} places left</source>
        <translation>
            <numerusform>{count} place left</numerusform>
            <numerusform>{count} places left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} recordings are lost: their keys were in memory only, and Naklank had stopped.</source>
        <translation>
            <numerusform>{count} recording is lost: its key was in memory only, and Naklank had stopped.</numerusform>
            <numerusform>{count} recordings are lost: their keys were in memory only, and Naklank had stopped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} seconds</source>
        <translation>
            <numerusform>{count} second</numerusform>
            <numerusform>{count} seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} seconds left. Then: Text is right. M: go on listening.</source>
        <translation>
            <numerusform>{count} second left. Then: Text is right. M: go on listening.</numerusform>
            <numerusform>{count} seconds left. Then: Text is right. M: go on listening.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} summaries are still on this computer. Go on with them or delete them under “Still here”.</source>
        <translation>
            <numerusform>{count} summary is still on this computer. Go on with it or delete it under “Still here”.</numerusform>
            <numerusform>{count} summaries are still on this computer. Go on with them or delete them under “Still here”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} summaries were deleted: they stood here for more than {hours}.</source>
        <translation>
            <numerusform>{count} summary was deleted: it stood here for more than {hours}.</numerusform>
            <numerusform>{count} summaries were deleted: they stood here for more than {hours}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} summaries were handed over and are still here: the practice keeps a copy. Go on with them under “Still here” and finish them.</source>
        <translation>
            <numerusform>{count} summary was handed over and is still here: the practice keeps a copy. Go on with it under “Still here” and finish it.</numerusform>
            <numerusform>{count} summaries were handed over and are still here: the practice keeps a copy. Go on with them under “Still here” and finish them.</numerusform>
        </translation>
    </message>
</context>
</TS>
