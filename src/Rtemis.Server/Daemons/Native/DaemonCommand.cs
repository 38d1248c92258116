using System.Diagnostics;
using Rtemis.Server.Hosting;

namespace Rtemis.Server.Daemons.Native;

/// <summary>How a daemon is started.</summary>
/// <param name="FileName">The program.</param>
/// <param name="Arguments">Its arguments.</param>
sealed record DaemonCommand(string FileName, IReadOnlyList<string> Arguments)
{
    /// <summary>The subcommand of this program that makes it a daemon.</summary>
    public const string Verb = "daemon";

    /// <summary>This same program: its launcher where there is one, else its assembly under the .NET host, else the single file that it is.</summary>
    public static DaemonCommand Own()
    {
        var program = Path.Combine(AppContext.BaseDirectory, typeof(DaemonCommand).Assembly.GetName().Name!);
        var launcher = program + (OperatingSystem.IsWindows() ? ".exe" : "");
        return File.Exists(launcher) ? new(launcher, [Verb])
            : File.Exists(program + ".dll") ? new("dotnet", ["exec", program + ".dll", Verb])
            : new(Environment.ProcessPath!, [Verb]);
    }

    /// <summary>How a daemon's process is started that may have so much memory.</summary>
    public ProcessStartInfo StartInfo(MemoryLimit? memory)
    {
        var info = new ProcessStartInfo(FileName, Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        ChildEnvironment.Clean(info);
        // Numeric loops run long in their first call: they are compiled well at once.
        info.Environment["DOTNET_TC_QuickJitForLoops"] = "0";
        if (memory is not null) info.Environment["DOTNET_GCHeapHardLimit"] = memory.Heap;
        return info;
    }
}
