namespace Rtemis.Client;

/// <summary>How a sentence of a job is meant.</summary>
public enum ProgressLevel
{
    /// <summary>As news.</summary>
    Info,

    /// <summary>Something begins.</summary>
    Start,

    /// <summary>Something is done.</summary>
    Done,

    /// <summary>As a warning.</summary>
    Warn,

    /// <summary>As an error.</summary>
    Error,
}
