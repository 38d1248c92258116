namespace Rtemis.Cli;

/// <summary>What the program's exit codes mean, besides 0 for a good end.</summary>
static class ExitCodes
{
    /// <summary>The job failed, or the server refused what was asked for.</summary>
    public const int Failed = 1;

    /// <summary>An option or argument can't be what it is.</summary>
    public const int BadOption = 2;

    /// <summary>The port is taken, or can't be listened on.</summary>
    public const int CannotListen = 3;

    /// <summary>The state folder can't be used.</summary>
    public const int NoState = 4;

    /// <summary>The engine that was asked for is not there.</summary>
    public const int NoEngine = 5;

    /// <summary>A file or folder can't be read or written, or is not what it should be.</summary>
    public const int BadFile = 6;

    /// <summary>The server can't be reached, or does not let this client in.</summary>
    public const int NoServer = 7;

    /// <summary>It was broken off with Ctrl-C, or the job was cancelled.</summary>
    public const int Cancelled = 130;
}
