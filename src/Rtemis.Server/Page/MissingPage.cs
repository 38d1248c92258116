namespace Rtemis.Server.Page;

/// <summary>What is shown and logged when the page is not inside the server. No scripts, no styles: nothing of it can be missing.</summary>
static class MissingPage
{
    /// <summary>Why there is no page, and what to do.</summary>
    public static string Reason(PageState state) => state == PageState.NodeMissing
        ? "Node.js 20.19 or later was not found when this server was built; install it and build again."
        : "This server was built without its page (BuildPage=false); build it again without that setting to have one.";

    public static string Html(PageState state) =>
        $"""
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>Rtemis.Server</title>
        <h1>Rtemis.Server runs, but without its page</h1>
        <p>{Reason(state)}</p>
        <p>Other clients can use it all the same: they connect to this address by WebSocket and show the token that the server printed when it started.</p>
        </html>
        """;
}
