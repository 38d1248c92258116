namespace Rtemis.Server.Dispatch;

/// <summary>What a connection must have done before it may call a method.</summary>
enum Needs
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>It has shown the token.</summary>
    Authentication,

    /// <summary>It has shown the token and is attached to a session.</summary>
    Attached,

    /// <summary>It has shown the token and is attached to none.</summary>
    Unattached,
}
