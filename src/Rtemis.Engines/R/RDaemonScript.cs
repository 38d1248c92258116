using System.Reflection;
using System.Text;

namespace Rtemis.Engines.R;

/// <summary>The program that R runs in a daemon: its parts are files of this folder, embedded, which are one script in the order of their names.</summary>
public static class RDaemonScript
{
    const string Prefix = "Rtemis.Engines.R.Daemon.";

    /// <summary>Its text.</summary>
    public static string Text { get; } = Read();

    static string Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var text = new StringBuilder();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            text.Append(reader.ReadToEnd()).Append('\n');
        }
        return text.ToString();
    }
}
