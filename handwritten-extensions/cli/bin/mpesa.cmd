@echo off
rem Runs mpesa.jar, which lies beside this script or where the build puts it.
setlocal
set "jar=%~dp0mpesa.jar"
if not exist "%jar%" set "jar=%~dp0..\target\mpesa.jar"
if not exist "%jar%" (
    echo mpesa.jar is not built yet: mvn package -DskipTests 1>&2
    exit /b 1
)
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
"%java%" %MPESA_JAVA_OPTIONS% -jar "%jar%" %*
exit /b %ERRORLEVEL%
