namespace Rtemis.Learning.Decomposition.Ica;

/// <summary>The function whose mean over a component tells how far from normal it is.</summary>
public enum IcaContrast
{
    /// <summary>log cosh(αu) / α, whose slope is tanh(αu).</summary>
    LogCosh,

    /// <summary>-exp(-u²/2), whose slope is u exp(-u²/2).</summary>
    Exponential,
}
