namespace Rtemis.Server.State;

/// <summary>Where the platform keeps the state of programs.</summary>
static class StatePlace
{
    const string Program = "rtemis-server";

    /// <summary>
    /// The folder of the server on a port, or in an application of that name: below <c>$XDG_STATE_HOME</c> or <c>~/.local/state</c> on Linux, <c>~/Library/Application Support</c> on macOS,
    /// <c>%LOCALAPPDATA%</c> on Windows.
    /// </summary>
    public static string Default(int port) => Default(port.ToString(null, null));

    /// <inheritdoc cref="Default(int)"/>
    public static string Default(string application) => Path.Combine(Base(), Program, application);

    static string Base()
    {
        if (OperatingSystem.IsWindows()) return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (OperatingSystem.IsMacOS()) return Path.Combine(home, "Library", "Application Support");
        // The specification of base directories asks that a path which is not absolute is passed over.
        var state = Environment.GetEnvironmentVariable("XDG_STATE_HOME");
        return Path.IsPathFullyQualified(state ?? "") ? state! : Path.Combine(home, ".local", "state");
    }
}
