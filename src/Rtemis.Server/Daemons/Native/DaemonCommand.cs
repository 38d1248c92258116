using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using Rtemis.Daemon;
using Rtemis.Server.Hosting;

namespace Rtemis.Server.Daemons.Native;

/// <summary>How a daemon is started.</summary>
/// <param name="FileName">The program.</param>
/// <param name="Arguments">Its arguments.</param>
sealed record DaemonCommand(string FileName, IReadOnlyList<string> Arguments)
{
    /// <summary>
    /// The program that this process runs, where it can be a daemon itself; else the daemon's assembly beside the application, with the application's own
    /// runtime settings.
    /// </summary>
    /// <exception cref="EngineMissingException">The application is one file that can't be a daemon.</exception>
    public static DaemonCommand Own()
    {
        var program = Environment.ProcessPath!;
        var application = Path.Combine(AppContext.BaseDirectory, Assembly.GetEntryAssembly()!.GetName().Name!);
        if (RtemisDaemon.IsOwnProgram)
            return IsDotnet(program) ? new(program, ["exec", application + ".dll", RtemisDaemon.Verb]) : new(program, [RtemisDaemon.Verb]);
        var daemon = Path.Combine(AppContext.BaseDirectory, typeof(RtemisDaemon).Assembly.GetName().Name + ".dll");
        if (!File.Exists(daemon) || Dotnet(program) is not { } dotnet)
            throw new EngineMissingException(
                "An application that is published as a single file, or with its own runtime, must begin with `if (await RtemisDaemon.TryRunAsync(args)) return;`: its daemons are itself.");
        return new(dotnet, ["exec", "--runtimeconfig", application + ".runtimeconfig.json", "--depsfile", application + ".deps.json", daemon]);
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

    static bool IsDotnet(string program) => Path.GetFileNameWithoutExtension(program) == "dotnet";

    // The runtime that this process runs on stands in a folder of the host's: shared/NAME/VERSION.
    static string? Dotnet(string program)
    {
        if (IsDotnet(program)) return program;
        var host = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        return File.Exists(host) ? host : null;
    }
}
