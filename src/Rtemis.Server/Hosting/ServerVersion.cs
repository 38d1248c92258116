using System.Reflection;

namespace Rtemis.Server.Hosting;

/// <summary>The version of this program.</summary>
static class ServerVersion
{
    // What follows a plus sign names the commit.
    public static string Text { get; } =
        typeof(ServerVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
