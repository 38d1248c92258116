using System.Diagnostics;
using System.Globalization;
using System.Text;
using Rtemis.Daemon;
using Rtemis.Engines;
using Rtemis.Engines.R;
using Rtemis.Server.Hosting;
using Rtemis.Server.Options;
using Rtemis.Server.State;

namespace Rtemis.Server.Daemons.R;

/// <summary>
/// The daemons of the R engine: R with the script that is embedded in this program. A table goes to them, and what they make comes back, as files in a
/// folder beside the result.
/// </summary>
sealed class RDaemons(ServerOptions options, StateFolder folder, RLanding landing) : IDaemonKind
{
    const string ScriptName = "daemon.R";

    // Libraries that R's packages compute with, each with a variable of its own.
    static readonly string[] ThreadVariables =
        ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS", "R_DATATABLE_NUM_THREADS", "R_PARALLELLY_AVAILABLECORES_SYSTEM"];

    readonly Lock _lock = new();
    string? _home;

    public string Engine => REngine.EngineName;

    public string Program => Installation?.Rscript ?? "Rscript";

    /// <summary>The R that is used, or null where none was found.</summary>
    public RInstallation? Installation { get; } = RInstallation.Find(options.Rscript, options.RHome, options.RLibraries);

    public DaemonLink Launch(MemoryLimit? memory)
    {
        var (secret, connection) = landing.Expect();
        try
        {
            var process = Process.Start(StartInfo(secret, memory))!;
            BelowNormal(process);
            return new RLink(process, connection, () => landing.Forget(secret));
        }
        catch
        {
            landing.Forget(secret);
            throw;
        }
    }

    public Assignment Prepare(Assignment job, CancellationToken cancellation)
    {
        var work = WorkFolder(job);
        if (Directory.Exists(work)) Directory.Delete(work, recursive: true);
        Directory.CreateDirectory(work);
        var data = Path.Combine(work, "data.rdata");
        RTableFile.Write(job.DataPath, data, cancellation);
        return job with { DataPath = data, ResultFolder = work };
    }

    public void Collect(Assignment job, Assignment told, CancellationToken cancellation) =>
        ResultFolder.Write(job.ResultFolder, RResultFiles.Read(told.ResultFolder, cancellation));

    public void CleanUp(Assignment job)
    {
        if (Directory.Exists(WorkFolder(job))) Directory.Delete(WorkFolder(job), recursive: true);
    }

    static string WorkFolder(Assignment job) => job.ResultFolder + ".work";

    ProcessStartInfo StartInfo(string secret, MemoryLimit? memory)
    {
        var home = Home();
        var info = (Installation ?? throw new InvalidOperationException("There is no R.")).StartInfo([Path.Combine(home, ScriptName)]);
        info.RedirectStandardInput = true;
        ChildEnvironment.Clean(info);
        info.Environment["RTEMIS_DAEMON_PORT"] = landing.Port.ToString(CultureInfo.InvariantCulture);
        info.Environment["RTEMIS_DAEMON_SECRET"] = secret;
        info.Environment["TMPDIR"] = home;
        var threads = Math.Max(1, Environment.ProcessorCount / options.NDaemons).ToString(CultureInfo.InvariantCulture);
        foreach (var variable in ThreadVariables) info.Environment[variable] = threads;
        // An allocation beyond it fails in R, which can say so.
        if (memory is not null) info.Environment["R_MAX_VSIZE"] = memory.Bytes.ToString(CultureInfo.InvariantCulture);
        return info;
    }

    // A folder that only its owner can write to: nobody else decides what R runs. R's temporary files are there too; those of processes that were killed go
    // with the next start.
    string Home()
    {
        lock (_lock)
        {
            if (_home is null)
            {
                var home = Path.Combine(folder.Root, "r");
                if (Directory.Exists(home)) Directory.Delete(home, recursive: true);
                Directory.CreateDirectory(home);
                File.WriteAllText(Path.Combine(home, ScriptName), RDaemonScript.Text, new UTF8Encoding(false));
                _home = home;
            }
            return _home;
        }
    }

    // The server and the browser come first, a job takes what is left.
    static void BelowNormal(Process process)
    {
        try
        {
            process.PriorityClass = ProcessPriorityClass.BelowNormal;
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    }
}
