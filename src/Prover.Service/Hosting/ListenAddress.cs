using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Prover.Service.Hosting;

/// <summary>Where to listen. <see cref="Host"/> null stands for <c>localhost</c>.</summary>
internal sealed record ListenAddress(IPAddress? Host, int Port)
{
    /// <summary>True when only this machine can reach it.</summary>
    public bool IsLoopback => Host is null || IPAddress.IsLoopback(Host);

    /// <summary>Null when the text is no address of the form <c>http://host:port</c>.</summary>
    public static ListenAddress? TryParse(string text)
    {
        // "*" and "+" are how ASP.NET Core writes "every address"; no URI may hold them.
        var everywhere = text.Replace("://*", "://[::]", StringComparison.Ordinal).Replace("://+", "://[::]", StringComparison.Ordinal);
        if (!Uri.TryCreate(everywhere, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp || uri.PathAndQuery != "/")
        {
            return null;
        }

        var host = uri.Host.Trim('[', ']');
        if (host == "localhost")
        {
            return uri.Port == 0 ? new ListenAddress(IPAddress.Loopback, 0) : new ListenAddress(null, uri.Port);
        }

        return IPAddress.TryParse(host, out var address) ? new ListenAddress(address, uri.Port) : null;
    }

    /// <summary>Listens there. In clear text a port speaks one protocol only.</summary>
    public void Listen(KestrelServerOptions kestrel, HttpProtocols protocols)
    {
        void Speak(ListenOptions listen) => listen.Protocols = protocols;

        if (Host is null)
        {
            kestrel.ListenLocalhost(Port, Speak);
        }
        else
        {
            kestrel.Listen(Host, Port, Speak);
        }
    }
}
