namespace Rtemis.Server.Security;

/// <summary>What came of showing a one-time code.</summary>
enum CodeUse
{
    /// <summary>It was right, and is used up now.</summary>
    Right,

    /// <summary>It was right once.</summary>
    Spent,

    /// <summary>The server gave out no such code.</summary>
    Wrong,
}
