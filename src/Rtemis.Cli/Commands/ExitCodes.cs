namespace Rtemis.Cli.Commands;

/// <summary>What the program's exit codes mean, besides 0 for a good end.</summary>
static class ExitCodes
{
    /// <summary>An option has a value that it can't have.</summary>
    public const int BadOption = 2;

    /// <summary>The port is taken, or can't be listened on.</summary>
    public const int CannotListen = 3;

    /// <summary>The state folder can't be used.</summary>
    public const int NoState = 4;

    /// <summary>The engine that was asked for is not there.</summary>
    public const int NoEngine = 5;
}
