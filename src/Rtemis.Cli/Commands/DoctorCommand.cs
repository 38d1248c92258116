using System.CommandLine;
using System.Text;
using Rtemis.Engines.Native;
using Rtemis.Engines.R;
using Rtemis.Server.Options;

namespace Rtemis.Cli.Commands;

/// <summary>The subcommand that says which engines can be used here, and what to type to get what is missing.</summary>
static class DoctorCommand
{
    const int SomethingIsMissing = 1;
    static readonly string[] Concerned = ["rscript", "r_home", "r_lib"];

    public static Command Create()
    {
        var command = new Command("doctor", "Says what was found for the engines, and what to type to get what is missing.");
        var switches = SwitchOptions.For(OptionTable.All.Where(o => Concerned.Contains(o.Name)));
        foreach (var option in switches.Values) command.Options.Add(option);
        command.SetAction(async (parse, cancellation) =>
        {
            ServerOptions options;
            try
            {
                options = SwitchOptions.Bind(parse, switches);
            }
            catch (Exception e) when (e is OptionException or InvalidDataException)
            {
                await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
                return ExitCodes.BadOption;
            }
            var (report, isWhole) = await ReportAsync(options, cancellation).ConfigureAwait(false);
            await Console.Out.WriteAsync(report).ConfigureAwait(false);
            return isWhole ? 0 : SomethingIsMissing;
        });
        return command;
    }

    static async Task<(string Report, bool IsWhole)> ReportAsync(ServerOptions options, CancellationToken cancellation)
    {
        var report = new StringBuilder();
        Line("native", $"ready, follows rtemis {NativeEngine.FollowedVersion}");
        if (RInstallation.Find(options.Rscript, options.RHome, options.RLibraries) is not { } installation)
        {
            Line("r", "no R was found");
            Line("  to do", "install R (https://www.r-project.org), or name its Rscript: rtemis-server doctor --rscript FILE");
            return (report.ToString(), false);
        }
        RProbe found;
        try
        {
            found = await RProbe.RunAsync(installation, cancellation).ConfigureAwait(false);
        }
        catch (InvalidOperationException e)
        {
            Line("r", e.Message);
            return (report.ToString(), false);
        }
        var missing = found.Packages.Where(p => p.Version is null || p.Problem is not null).ToList();
        Line("r", missing.Count == 0 ? "ready: rtemis-server --engine r, or --engine auto and jobs that ask for it" : "can't be used yet");
        Line("  Rscript", installation.Rscript);
        Line("  R", found.RVersion);
        foreach (var package in found.Packages) Line("  " + package.Name, package.Problem ?? package.Version ?? "not installed");
        foreach (var library in found.Libraries) Line("  library", library);
        foreach (var package in missing) Line("  to do", Remedy(package));
        return (report.ToString(), missing.Count == 0);

        void Line(string name, string value) => report.Append(name.PadRight(16)).AppendLine(value);
    }

    static string Remedy(RPackage package) => package.Version is null
        ? $"in R: install.packages(\"{package.Name}\"){(package.Name == "jsonlite" ? "" : ", or as https://www.rtemis.org says")}; if it is elsewhere: --r-lib FOLDER"
        : $"in R: library({package.Name}), and see what it complains of";
}
