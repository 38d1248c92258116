namespace Rtemis.Learning.Resampling;

/// <summary>A way of holding cases out. The names are rtemis's.</summary>
public enum ResamplerType
{
    /// <summary>Each case is held out once, in one of k folds of about equal size and like outcomes.</summary>
    KFold,

    /// <summary>The same share of cases is drawn from each bin of like outcomes.</summary>
    StratSub,

    /// <summary>Stratified subsamples that are filled up with repeated draws from themselves.</summary>
    StratBoot,

    /// <summary>As many cases as there are, drawn with replacement.</summary>
    Bootstrap,

    /// <summary>Each case is held out once, alone.</summary>
    LOOCV,
}
