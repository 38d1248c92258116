#!/usr/bin/env bash
# Makes the packages, the tool and the single file, installs each in a temporary folder, and runs a job with it. Needs what the build needs.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
data=test/Rtemis.EndToEnd.Tests/Data/iris.csv
step() { printf '\n== %s\n' "$*"; }

# Starts a command that serves, and waits until its page answers.
serves() {
  local url=$1; shift
  "$@" >"$work/serving.log" 2>&1 & server=$!
  for _ in $(seq 100); do
    curl -fsSL "$url" 2>/dev/null | grep -q '<title>' && break
    kill -0 "$server" || { cat "$work/serving.log"; exit 1; }
    sleep 0.1
  done
  curl -fsSL "$url" | grep -o '<title>.*</title>'
  kill "$server"; wait "$server" || true; server=
}

step 'dotnet pack'
dotnet pack -c Release -o "$work/packages" -v q
ls "$work/packages"
for package in "$work"/packages/*.nupkg; do
  names=$(unzip -Z1 "$package")
  for file in README.md LICENSE THIRD-PARTY-NOTICES.md; do
    [[ $'\n'$names$'\n' == *$'\n'$file$'\n'* ]] || { echo "$package has no $file"; exit 1; }
  done
done

step 'the tool'
dotnet tool install rtemis-server --tool-path "$work/tool" --source "$work/packages"
"$work/tool/rtemis-server" train "$data" --algorithm CART --quiet --out "$work/model"
ls "$work/model/report.html"
serves http://127.0.0.1:5790/ "$work/tool/rtemis-server" --port 5790 --ephemeral --engine native

step 'the single file'
dotnet publish src/Rtemis.Cli -c Release -r "${RID:-linux-x64}" --self-contained -p:PublishSingleFile=true -o "$work/file" -v q
ls -lh "$work/file"
"$work/file/rtemis-server" predict "$work/model" "$data" --quiet
serves http://127.0.0.1:5790/ "$work/file/rtemis-server" --port 5790 --ephemeral --engine native

step 'an application with the package'
mkdir "$work/application"
cat >"$work/application/Application.csproj" <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup><PackageReference Include="Rtemis.Server" Version="*" /></ItemGroup>
</Project>
PROJECT
cp samples/Rtemis.Embedded/Program.cs "$work/application/"
dotnet build "$work/application" -o "$work/application/out" -v q -p:RestoreAdditionalProjectSources="$work/packages"
XDG_STATE_HOME=$work/state serves http://127.0.0.1:5790/rtemis/ "$work/application/out/Application" --urls http://127.0.0.1:5790
printf '\nall is well\n'
