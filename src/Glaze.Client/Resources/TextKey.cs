namespace Glaze.Client.Resources;

/// <summary>Every sentence the model can show; the words are the <c>messages</c> of each language.</summary>
public enum TextKey
{
    /// <summary>A sentence that is already in the user's language, such as the engine's own fault.</summary>
    Raw,

    /// <summary>Nothing is being done.</summary>
    Ready,

    /// <summary>The engine is starting.</summary>
    StartingEngine,

    /// <summary>The first preview is under way.</summary>
    Previewing,

    /// <summary>A preview is shown and gets better.</summary>
    Refining,

    /// <summary>The preview is as good as it gets.</summary>
    PreviewReady,

    /// <summary>The final result is under way.</summary>
    Rendering,

    /// <summary>The final result is there.</summary>
    Done,

    /// <summary>The user cancelled.</summary>
    Cancelled,

    /// <summary>Empty selection.</summary>
    NothingSelected,

    /// <summary>Nothing of the layer that is selected can be seen.</summary>
    LayerTransparent,

    /// <summary>Stage.</summary>
    StageLoadingModels,

    /// <summary>Stage.</summary>
    StagePaintingTarget,

    /// <summary>Stage.</summary>
    StageOptimizing,

    /// <summary>Stage.</summary>
    StageAuditing,

    /// <summary>Stage.</summary>
    StageFinishing,

    /// <summary>Remaining time below 90 seconds; {0} seconds.</summary>
    RemainingSeconds,

    /// <summary>Remaining time; {0} minutes.</summary>
    RemainingMinutes,

    /// <summary>Device line before the first answer.</summary>
    DeviceUnknown,

    /// <summary>Device line; {0} its name, {1} how it is reached.</summary>
    DeviceUsed,

    /// <summary>Device line after a fallback; {2} what was tried, {3} why it failed.</summary>
    DeviceFellBack,

    /// <summary>The choice of style.</summary>
    StyleAuto,

    /// <summary>The automatic style once it is known; {0} its name.</summary>
    StyleAutoNamed,

    /// <summary>Verdict on visible change.</summary>
    ChangeNone,

    /// <summary>Verdict on visible change.</summary>
    ChangeInvisible,

    /// <summary>Verdict on visible change.</summary>
    ChangeSubtle,

    /// <summary>Verdict on visible change.</summary>
    ChangeNoticeable,

    /// <summary>Verdict on visible change.</summary>
    ChangeVisible,

    /// <summary>Figures of visible change.</summary>
    ChangeFigures,

    /// <summary>The protection meter before the final result.</summary>
    ProtectionUnknown,

    /// <summary>Verdict on protection.</summary>
    ProtectionNone,

    /// <summary>What the verdict means; {0} the engine's sentences, already in the user's language.</summary>
    ProtectionDetail,

    /// <summary>Verdict on protection.</summary>
    ProtectionStrong,

    /// <summary>Verdict on protection.</summary>
    ProtectionModerate,

    /// <summary>Verdict on protection.</summary>
    ProtectionWeak,

    /// <summary>Figures of protection; {0} percent of the way to the target style.</summary>
    ProtectionFigures,

    /// <summary>Figures of protection with the purifier that removes most.</summary>
    ProtectionFiguresWorst,

    /// <summary>What the picture on show is.</summary>
    BadgeOriginal,

    /// <summary>What the picture on show is.</summary>
    BadgePreview,

    /// <summary>What the picture on show is.</summary>
    BadgeRefining,

    /// <summary>Badge: what a model sees is being computed.</summary>
    BadgeLooking,

    /// <summary>Badge; {0} the family whose view it is.</summary>
    BadgeModel,

    /// <summary>The same, estimated.</summary>
    BadgeModelEstimated,

    /// <summary>Notice: the picture's colours are converted and back.</summary>
    ProfileConverted,

    /// <summary>Notice: they could not be.</summary>
    ProfileGuessed,

    /// <summary>Error; {0} the file.</summary>
    EngineMissing,

    /// <summary>Error; {0} the file.</summary>
    EngineNotStartable,

    /// <summary>Error.</summary>
    EngineStartTimedOut,

    /// <summary>Error.</summary>
    EngineWrongVersion,

    /// <summary>Error; {0} the exit code or a question mark.</summary>
    EngineCrashed,

    /// <summary>Error.</summary>
    EngineHung,

    /// <summary>Error.</summary>
    EngineGarbled,

    /// <summary>Error: the engine was ended by someone else while it worked.</summary>
    EngineStopped,

    /// <summary>Error: the host ran out of memory.</summary>
    OutOfMemory,

    /// <summary>Error nobody foresaw; {0} the message.</summary>
    UnexpectedError,

    /// <summary>Warning; {0} the system's reason.</summary>
    SettingsNotSaved,

    /// <summary>Warning; {0} the file name.</summary>
    SettingsReset,

    /// <summary>Warning; {0} the system's reason.</summary>
    SettingsUnreadable,

    /// <summary>Panel of encoders: being listed.</summary>
    EncodersListing,

    /// <summary>Panel: a download begins; {0} the family.</summary>
    EncoderFetching,

    /// <summary>Panel: a download; {0} the family, {1} of {2} have arrived.</summary>
    EncoderReceived,

    /// <summary>Panel: stands where the size of an encoder would, if anybody had published it.</summary>
    EncoderSizeUnknown,

    /// <summary>Panel: a file is being installed.</summary>
    EncoderImporting,

    /// <summary>Panel; {0} the family.</summary>
    EncoderVerifying,

    /// <summary>Panel; {0} the family.</summary>
    EncoderRemoving,

    /// <summary>Panel: a download was paused.</summary>
    EncoderPaused,

    /// <summary>Panel: a download was given up.</summary>
    EncoderGivenUp,

    /// <summary>State of an encoder.</summary>
    EncoderBuiltIn,

    /// <summary>State of an encoder.</summary>
    EncoderInstalled,

    /// <summary>State of an encoder; {0} how much has arrived.</summary>
    EncoderPartial,

    /// <summary>State of an encoder.</summary>
    EncoderDamaged,

    /// <summary>State of an encoder.</summary>
    EncoderFileOnly,

    /// <summary>State of an encoder.</summary>
    EncoderNotInstalled,

    /// <summary>What an encoder is.</summary>
    EncoderAboutBuiltIn,

    /// <summary>What an encoder is; {0} its name, {1} its size, {2} its licence.</summary>
    EncoderAbout,

    /// <summary>The same for one that is meant for graphics cards.</summary>
    EncoderAboutFull,

    /// <summary>What is left for one family.</summary>
    FamilyStrong,

    /// <summary>What is left for one family.</summary>
    FamilyModerate,

    /// <summary>What is left for one family.</summary>
    FamilyWeak,

    /// <summary>What is left for one family.</summary>
    FamilyNone,

    /// <summary>{0} the family, {1} and {2} per cent before and after the worst clean-up, {3} what the cloak was computed on.</summary>
    FamilyDetail,
}
