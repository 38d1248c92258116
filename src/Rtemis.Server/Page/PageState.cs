namespace Rtemis.Server.Page;

/// <summary>How the page came out of the server's build.</summary>
enum PageState
{
    /// <summary>It is inside the server.</summary>
    Built,

    /// <summary>It was left out on purpose.</summary>
    Skipped,

    /// <summary>It could not be built: Node.js was not there.</summary>
    NodeMissing,
}
