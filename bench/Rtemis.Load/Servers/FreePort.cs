using System.Net;
using System.Net.Sockets;

namespace Rtemis.Load.Servers;

/// <summary>A port that nobody listens on.</summary>
static class FreePort
{
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        while (true)
        {
            listener.Start();
            var port = ((IPEndPoint)listener.LocalEndpoint).Port;
            listener.Stop();
            if (port is >= 1024 and <= 49151) return port;
        }
    }
}
