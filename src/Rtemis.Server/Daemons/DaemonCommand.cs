namespace Rtemis.Server.Daemons;

/// <summary>How a daemon is started.</summary>
/// <param name="FileName">The program.</param>
/// <param name="Arguments">Its arguments.</param>
sealed record DaemonCommand(string FileName, IReadOnlyList<string> Arguments)
{
    /// <summary>The subcommand of this program that makes it a daemon.</summary>
    public const string Verb = "daemon";

    /// <summary>This same program: its launcher where there is one, else its assembly under the .NET host.</summary>
    public static DaemonCommand Own()
    {
        var assembly = typeof(DaemonCommand).Assembly.Location;
        var launcher = Path.ChangeExtension(assembly, OperatingSystem.IsWindows() ? ".exe" : null);
        return File.Exists(launcher) ? new(launcher, [Verb])
            : assembly.Length > 0 ? new("dotnet", ["exec", assembly, Verb])
            : new(Environment.ProcessPath!, [Verb]);
    }
}
